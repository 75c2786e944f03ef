package dev.sweepline.analytics.query;

import dev.sweepline.analytics.table.PlainNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The rows of an answer as texts. */
final class Cells {
  private Cells() {}

  /**
   * Row by row; null where a value is unknown.
   *
   * @param shown what becomes of a text; numbers stay as they are
   */
  static Iterator<List<@Nullable String>> of(Dataset<Row> answer, UnaryOperator<String> shown) {
    Column[] columns =
        Arrays.stream(answer.schema().fields()).map(Cells::column).toArray(Column[]::new);
    Iterator<Row> rows = answer.select(columns).toLocalIterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public List<@Nullable String> next() {
        return texts(rows.next(), shown);
      }
    };
  }

  private static Column column(StructField field) {
    Column column = new Column("`" + field.name().replace("`", "``") + "`");
    boolean nested =
        field.dataType() instanceof ArrayType
            || field.dataType() instanceof MapType
            || field.dataType() instanceof StructType;
    return nested ? functions.to_json(column) : column;
  }

  private static List<@Nullable String> texts(Row row, UnaryOperator<String> shown) {
    List<@Nullable String> texts = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      texts.add(
          value instanceof Number number
              ? PlainNumber.format(number)
              : value == null ? null : shown.apply(value.toString()));
    }
    return texts;
  }
}
