package dev.sweepline.analytics.table;

import dev.sweepline.analytics.config.ConfigMatch;
import dev.sweepline.analytics.read.Run;
import dev.sweepline.contract.ConfigKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A column for every key that any configuration of the table states, aliases folded, sorted. It has
 * the key's name, with {@code config_} before it where another column has that name. Its type is
 * that of all its values, text where they differ in type.
 */
final class ConfigColumns {
  private static final String PREFIX = "config_";

  private ConfigColumns() {}

  static List<RunColumn> of(Collection<Run> runs, Set<String> taken) {
    Map<String, Set<ColumnType>> types = new TreeMap<>();
    for (Run run : runs) {
      identity(run)
          .forEach(
              (key, value) ->
                  types.computeIfAbsent(key, any -> new TreeSet<>()).add(typeOf(value)));
    }
    return types.entrySet().stream()
        .map(
            entry -> {
              String key = entry.getKey();
              return new RunColumn(
                  nameOf(key, taken),
                  entry.getValue().size() == 1
                      ? entry.getValue().iterator().next()
                      : ColumnType.TEXT,
                  RunColumn.Group.CONFIG,
                  run -> valueOf(run, key));
            })
        .toList();
  }

  /** The column of a configuration key, whatever its spelling. */
  static String nameOf(String key, Set<String> taken) {
    String name = ConfigKey.of(key).name();
    return taken.contains(name) ? PREFIX + name : name;
  }

  private static Map<String, Object> identity(Run run) {
    ConfigMatch config = run.description().config();
    return config == null ? Map.of() : config.config().identity();
  }

  private static @Nullable Object valueOf(Run run, String key) {
    return identity(run).get(key);
  }

  private static ColumnType typeOf(Object value) {
    if (value instanceof Boolean) {
      return ColumnType.FLAG;
    }
    return value instanceof Number ? ColumnType.NUMBER : ColumnType.TEXT;
  }
}
