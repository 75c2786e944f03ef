package dev.sweepline.generator.sweep.design;

import dev.sweepline.contract.ConfigKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a part can be.
 *
 * @param base values by the one name of a key, where no axis has it
 * @param dimensions that every point has
 * @param conditions that give some points more
 * @param exclusions that no point may match
 */
record Space(
    Map<String, Object> base,
    List<Dimension> dimensions,
    List<Condition> conditions,
    List<Match> exclusions) {
  Space {
    base = Map.copyOf(base);
    dimensions = List.copyOf(dimensions);
    conditions = List.copyOf(conditions);
    exclusions = List.copyOf(exclusions);
  }

  /** The same without the axes of some keys, which keep the base's value. */
  Space pinned(Predicate<String> keys) {
    return new Space(
        base,
        pinned(dimensions, keys),
        conditions.stream()
            .map(it -> new Condition(it.match(), pinned(it.dimensions(), keys)))
            .toList(),
        exclusions);
  }

  private static List<Dimension> pinned(List<Dimension> dimensions, Predicate<String> keys) {
    return dimensions.stream()
        .map(dimension -> dimension.without(keys))
        .filter(Predicate.not(Dimension::isEmpty))
        .toList();
  }

  /** Those that every point has, then those of each condition. */
  List<Dimension> allDimensions() {
    return Stream.concat(
            dimensions.stream(), conditions.stream().flatMap(it -> it.dimensions().stream()))
        .toList();
  }

  /**
   * One point.
   *
   * @param rows the row of each of {@link #allDimensions()}; those of a condition count where it
   *     holds
   */
  Map<String, Object> at(int[] rows) {
    Map<String, Object> levels = new LinkedHashMap<>();
    int next = 0;
    for (Dimension dimension : dimensions) {
      levels.putAll(dimension.rows().get(rows[next++]));
    }
    for (Condition condition : conditions) {
      boolean holds = holds(condition, levels);
      for (Dimension dimension : condition.dimensions()) {
        Map<String, Object> row = dimension.rows().get(rows[next++]);
        if (holds) {
          levels.putAll(row);
        }
      }
    }
    return levels;
  }

  /** Whether a point has the axes of a condition. */
  boolean holds(Condition condition, Map<String, Object> levels) {
    return condition.match().holds(values(levels));
  }

  /** Whether no exclusion matches. */
  boolean allows(Map<String, Object> levels) {
    return exclusions.isEmpty()
        || exclusions.stream().noneMatch(exclusion -> exclusion.holds(values(levels)));
  }

  private Function<String, @Nullable Object> values(Map<String, Object> levels) {
    Map<String, Object> named = new LinkedHashMap<>();
    levels.forEach((key, level) -> named.put(ConfigKey.of(key).name(), level));
    return name -> named.getOrDefault(name, base.get(name));
  }
}
