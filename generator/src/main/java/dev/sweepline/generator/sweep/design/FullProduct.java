package dev.sweepline.generator.sweep.design;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every combination; the last dimension varies fastest. */
final class FullProduct implements Sampler {
  private static final long MOST = 1_000_000;

  @Override
  public List<Map<String, Object>> points(Space space) {
    checkSize(space);
    List<Map<String, Object>> points = combined(Map.of(), space.dimensions()).toList();
    for (Condition condition : space.conditions()) {
      points =
          points.stream()
              .flatMap(
                  point ->
                      space.holds(condition, point)
                          ? combined(point, condition.dimensions())
                          : Stream.of(point))
              .toList();
    }
    return points.stream().filter(space::allows).toList();
  }

  /** A bound that takes every condition to hold everywhere. */
  private static void checkSize(Space space) {
    double size = 1;
    for (Dimension dimension : space.allDimensions()) {
      size *= dimension.rows().size();
    }
    if (size > MOST) {
      throw new IllegalArgumentException(
          "the full product has %.3g points, at most %d are made; take design random or latin_hypercube"
              .formatted(size, MOST));
    }
  }

  static Stream<Map<String, Object>> combined(
      Map<String, Object> start, List<Dimension> dimensions) {
    Stream<Map<String, Object>> points = Stream.of(start);
    for (Dimension dimension : dimensions) {
      points = points.flatMap(point -> dimension.rows().stream().map(row -> joined(point, row)));
    }
    return points;
  }

  static Map<String, Object> joined(Map<String, Object> point, Map<String, Object> row) {
    Map<String, Object> joined = new LinkedHashMap<>(point);
    joined.putAll(row);
    return joined;
  }
}
