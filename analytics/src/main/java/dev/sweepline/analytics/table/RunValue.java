package dev.sweepline.analytics.table;

import dev.sweepline.analytics.read.Run;
import dev.sweepline.analytics.table.RunColumn.Group;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a column of {@code runs} says of a run: the one place of its name, type and meaning.
 *
 * @param column its name and type
 * @param value of a run; null when unknown
 */
record RunValue(RunColumn column, Function<Run, @Nullable Object> value) {
  static RunValue text(String name, Group group, Function<Run, @Nullable Object> value) {
    return of(name, ColumnType.TEXT, group, value);
  }

  static RunValue number(String name, Group group, Function<Run, @Nullable Object> value) {
    return of(name, ColumnType.NUMBER, group, value);
  }

  static RunValue count(String name, Group group, Function<Run, @Nullable Object> value) {
    return of(name, ColumnType.COUNT, group, value);
  }

  static RunValue flag(String name, Group group, Function<Run, @Nullable Object> value) {
    return of(name, ColumnType.FLAG, group, value);
  }

  static RunValue of(
      String name, ColumnType type, Group group, Function<Run, @Nullable Object> value) {
    return new RunValue(new RunColumn(name, type, group), value);
  }

  /** The value in the column's Java type; null when unknown. */
  @Nullable Object of(Run run) {
    return column.typed(value.apply(run));
  }
}
