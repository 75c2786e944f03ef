package dev.sweepline.analytics.lake;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Writes Parquet files of plain columns and few rows: a Spark job costs more. */
final class SmallTableWriter {
  private SmallTableWriter() {}

  static void write(Configuration hadoop, Path file, StructType schema, List<Row> rows)
      throws IOException {
    Types.MessageTypeBuilder columns = Types.buildMessage();
    for (StructField field : schema.fields()) {
      columns.addField(column(field));
    }
    MessageType type = columns.named("row");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(HadoopOutputFile.fromPath(file, hadoop))
            .withConf(hadoop)
            .withType(type)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build()) {
      for (Row row : rows) {
        writer.write(group(type, row));
      }
    }
  }

  private static Type column(StructField field) {
    if (field.dataType().equals(DataTypes.StringType)) {
      return Types.optional(PrimitiveTypeName.BINARY)
          .as(LogicalTypeAnnotation.stringType())
          .named(field.name());
    }
    if (field.dataType().equals(DataTypes.DoubleType)) {
      return Types.optional(PrimitiveTypeName.DOUBLE).named(field.name());
    }
    if (field.dataType().equals(DataTypes.LongType)) {
      return Types.optional(PrimitiveTypeName.INT64).named(field.name());
    }
    if (field.dataType().equals(DataTypes.BooleanType)) {
      return Types.optional(PrimitiveTypeName.BOOLEAN).named(field.name());
    }
    throw new IllegalArgumentException("no plain column: " + field);
  }

  private static Group group(MessageType type, Row row) {
    Group group = new SimpleGroup(type);
    for (int i = 0; i < type.getFieldCount(); i++) {
      Object value = row.get(i);
      if (value instanceof String text) {
        group.add(i, text);
      } else if (value instanceof Double number) {
        group.add(i, number);
      } else if (value instanceof Long count) {
        group.add(i, count);
      } else if (value instanceof Boolean flag) {
        group.add(i, flag);
      }
    }
    return group;
  }
}
