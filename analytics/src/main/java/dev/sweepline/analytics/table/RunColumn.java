package dev.sweepline.analytics.table;

import dev.sweepline.analytics.read.Run;
import java.util.function.Function;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * A column of {@code runs}: the one place of its name, type and meaning.
 *
 * @param name of the column, in Parquet and in the CSV
 * @param type of its values
 * @param group the part of the table it belongs to
 * @param value of a run; null when unknown
 */
public record RunColumn(
    String name, ColumnType type, Group group, Function<Run, @Nullable Object> value) {
  /** The parts of the table, in its order. */
  public enum Group {
    IDENTITY,
    CONFIG,
    LOAD,
    METRICS,
    VERDICT
  }

  static RunColumn text(String name, Group group, Function<Run, @Nullable Object> value) {
    return new RunColumn(name, ColumnType.TEXT, group, value);
  }

  static RunColumn number(String name, Group group, Function<Run, @Nullable Object> value) {
    return new RunColumn(name, ColumnType.NUMBER, group, value);
  }

  static RunColumn count(String name, Group group, Function<Run, @Nullable Object> value) {
    return new RunColumn(name, ColumnType.COUNT, group, value);
  }

  static RunColumn flag(String name, Group group, Function<Run, @Nullable Object> value) {
    return new RunColumn(name, ColumnType.FLAG, group, value);
  }

  StructField field() {
    return DataTypes.createStructField(name, type.spark(), true);
  }

  /** The value in the column's Java type; null when unknown. */
  @Nullable Object of(Run run) {
    Object raw = value.apply(run);
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
