package dev.sweepline.analytics.lake;

import dev.sweepline.analytics.table.ColumnType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Reads Parquet files of plain columns and few rows, without a Spark job. */
final class SmallTableReader {
  private SmallTableReader() {}

  /**
   * What a file holds.
   *
   * @param columns plain ones, in order
   * @param rows by column
   */
  record Content(Map<String, ColumnType> columns, List<Map<String, @Nullable Object>> rows) {}

  static Content read(Configuration hadoop, Path file) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(file, hadoop))) {
      MessageType schema = reader.getFileMetaData().getSchema();
      Map<String, ColumnType> columns = new LinkedHashMap<>();
      schema.getFields().forEach(field -> columns.put(field.getName(), typeOf(field)));
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      MessageColumnIO io = new ColumnIOFactory().getColumnIO(schema);
      for (PageReadStore pages = reader.readNextRowGroup();
          pages != null;
          pages = reader.readNextRowGroup()) {
        RecordReader<Group> records = io.getRecordReader(pages, new GroupRecordConverter(schema));
        for (long i = 0; i < pages.getRowCount(); i++) {
          rows.add(values(columns, records.read()));
        }
      }
      return new Content(columns, rows);
    }
  }

  private static ColumnType typeOf(Type field) {
    return switch (field.asPrimitiveType().getPrimitiveTypeName()) {
      case DOUBLE -> ColumnType.NUMBER;
      case INT64 -> ColumnType.COUNT;
      case BOOLEAN -> ColumnType.FLAG;
      default -> ColumnType.TEXT;
    };
  }

  private static Map<String, @Nullable Object> values(
      Map<String, ColumnType> columns, Group group) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    int i = 0;
    for (Map.Entry<String, ColumnType> column : columns.entrySet()) {
      values.put(
          column.getKey(),
          group.getFieldRepetitionCount(i) == 0 ? null : value(column.getValue(), group, i));
      i++;
    }
    return values;
  }

  private static Object value(ColumnType type, Group group, int field) {
    return switch (type) {
      case TEXT -> group.getValueToString(field, 0);
      case NUMBER -> group.getDouble(field, 0);
      case COUNT -> group.getLong(field, 0);
      case FLAG -> group.getBoolean(field, 0);
    };
  }
}
