package dev.sweepline.analytics.table;

import dev.sweepline.analytics.config.ConfigMatch;
import dev.sweepline.analytics.read.Run;
import dev.sweepline.contract.ConfigKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A column for every key that any configuration of the table states, aliases folded, sorted. It has
 * the key's name, with {@code config_} before it where another column has that name. Its type is
 * that of all its values, text where they differ in type.
 */
final class ConfigColumns {
  private static final String PREFIX = "config_";

  private ConfigColumns() {}

  static List<RunColumn> of(Collection<Run> runs) {
    Map<String, Set<ColumnType>> types = new TreeMap<>();
    for (Run run : runs) {
      identity(run)
          .forEach(
              (key, value) ->
                  types.computeIfAbsent(key, any -> new TreeSet<>()).add(typeOf(value)));
    }
    return columns(types);
  }

  /** The columns of several tables as those of one. */
  static List<RunColumn> union(Stream<RunColumn> columns) {
    Map<String, Set<ColumnType>> types = new TreeMap<>();
    columns.forEach(
        column -> types.computeIfAbsent(column.name(), any -> new TreeSet<>()).add(column.type()));
    return columns(types);
  }

  private static List<RunColumn> columns(Map<String, Set<ColumnType>> types) {
    return types.entrySet().stream()
        .map(
            entry ->
                new RunColumn(
                    nameOf(entry.getKey()), common(entry.getValue()), RunColumn.Group.CONFIG))
        .toList();
  }

  private static ColumnType common(Set<ColumnType> types) {
    return types.size() == 1 ? types.iterator().next() : ColumnType.TEXT;
  }

  /** What a run's configuration says, by column. */
  static Map<String, Object> values(Run run) {
    Map<String, Object> values = new HashMap<>();
    identity(run).forEach((key, value) -> values.put(nameOf(key), value));
    return values;
  }

  /** The column of a configuration key, whatever its spelling. */
  static String nameOf(String key) {
    String name = ConfigKey.of(key).name();
    return RunsTable.isFixed(name) ? PREFIX + name : name;
  }

  private static Map<String, Object> identity(Run run) {
    ConfigMatch config = run.description().config();
    return config == null ? Map.of() : config.config().identity();
  }

  private static ColumnType typeOf(Object value) {
    if (value instanceof Boolean) {
      return ColumnType.FLAG;
    }
    return value instanceof Number ? ColumnType.NUMBER : ColumnType.TEXT;
  }
}
