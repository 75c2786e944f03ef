package dev.sweepline.analytics.table;

import dev.sweepline.analytics.read.Reject;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The table {@code rejected}: one row for all input that became no row elsewhere. */
public final class RejectedTable {
  /** Its folder in a batch. */
  public static final String NAME = "rejected";

  private static final String FILE = "file";
  private static final String LINE = "line";
  private static final String REASON = "reason";
  private static final String RAW = "raw";

  /** Its schema for Spark. */
  public static final StructType SCHEMA =
      new StructType()
          .add(FILE, DataTypes.StringType, false)
          .add(LINE, DataTypes.LongType, true)
          .add(REASON, DataTypes.StringType, false)
          .add(RAW, DataTypes.StringType, true);

  private RejectedTable() {}

  /** Its rows for Spark. */
  public static List<Row> rows(List<Reject> rejects) {
    return rejects.stream()
        .map(
            reject ->
                RowFactory.create(reject.file(), reject.line(), reject.reason(), reject.raw()))
        .toList();
  }

  /** A row that was stored. */
  public static Reject reject(Map<String, @Nullable Object> row) {
    Object raw = row.get(RAW);
    return new Reject(
        String.valueOf(row.get(FILE)),
        (Long) row.get(LINE),
        String.valueOf(row.get(REASON)),
        raw == null ? null : raw.toString());
  }
}
