package dev.sweepline.generator.sweep.design;

import static java.util.stream.Collectors.joining;

import dev.sweepline.contract.ConfigKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Something that varies on its own: one key, or several that go together.
 *
 * @param rows what it may be, each with the same keys
 */
record Dimension(List<Map<String, Object>> rows) {
  Dimension {
    rows = List.copyOf(rows);
  }

  /** One of each axis, then one of each group that goes together, in order. */
  static List<Dimension> all(Map<String, Levels> axes, List<? extends Map<String, Levels>> zipped) {
    return Stream.concat(
            axes.entrySet().stream().map(axis -> zipped(Map.ofEntries(axis))),
            zipped.stream().map(Dimension::zipped))
        .toList();
  }

  /**
   * Of axes that go together, level by level.
   *
   * @throws IllegalArgumentException when they are not equally long
   */
  private static Dimension zipped(Map<String, Levels> axes) {
    Set<Integer> lengths = new TreeSet<>();
    axes.values().forEach(levels -> lengths.add(levels.values().size()));
    if (lengths.size() != 1) {
      throw new IllegalArgumentException(
          "axes that go together must have equally many levels, got: "
              + axes.entrySet().stream()
                  .map(axis -> axis.getKey() + " has " + axis.getValue().values().size())
                  .toList());
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int row = 0; row < lengths.iterator().next(); row++) {
      Map<String, Object> levels = new LinkedHashMap<>();
      for (Map.Entry<String, Levels> axis : axes.entrySet()) {
        levels.put(axis.getKey(), axis.getValue().values().get(row));
      }
      rows.add(levels);
    }
    return new Dimension(rows);
  }

  /** The keys that vary, as written. */
  Set<String> keys() {
    return rows.get(0).keySet();
  }

  /** The same without some keys; rows that have become equal are one. */
  Dimension without(Predicate<String> pinned) {
    return new Dimension(rows.stream().map(row -> without(row, pinned)).distinct().toList());
  }

  private static Map<String, Object> without(Map<String, Object> row, Predicate<String> pinned) {
    Map<String, Object> rest = new LinkedHashMap<>(row);
    rest.keySet().removeIf(pinned);
    return rest;
  }

  /** Whether no key is left. */
  boolean isEmpty() {
    return keys().isEmpty();
  }

  /** The one name of each key. */
  List<String> names() {
    return keys().stream().map(key -> ConfigKey.of(key).name()).toList();
  }

  /** Each key and its levels: {@code max_num_seqs=64,128}. */
  @Override
  public String toString() {
    return keys().stream()
        .map(key -> key + "=" + rows.stream().map(row -> text(row, key)).collect(joining(",")))
        .collect(joining(" with "));
  }

  private static String text(Map<String, Object> row, String key) {
    return String.valueOf(row.get(key));
  }
}
