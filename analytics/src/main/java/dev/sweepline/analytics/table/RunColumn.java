package dev.sweepline.analytics.table;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * A column of {@code runs}.
 *
 * @param name of the column, in Parquet and in the CSV
 * @param type of its values
 * @param group the part of the table it belongs to
 */
public record RunColumn(String name, ColumnType type, Group group) {
  /** The parts of the table, in its order. */
  public enum Group {
    IDENTITY,
    CONFIG,
    LOAD,
    METRICS,
    VERDICT
  }

  StructField field() {
    return DataTypes.createStructField(name, type.spark(), true);
  }

  /** A value in the column's Java type; null when unknown. */
  @Nullable Object typed(@Nullable Object raw) {
    if (raw == null) {
      return null;
    }
    return switch (type) {
      case TEXT -> raw instanceof Number number ? PlainNumber.format(number) : raw.toString();
      case NUMBER -> ((Number) raw).doubleValue();
      case COUNT -> ((Number) raw).longValue();
      case FLAG -> raw;
    };
  }
}
