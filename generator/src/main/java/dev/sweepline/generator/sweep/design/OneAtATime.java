package dev.sweepline.generator.sweep.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The base, then the base with one dimension changed. Where a condition holds, also that point with
 * one of its dimensions changed.
 */
final class OneAtATime implements Sampler {
  @Override
  public List<Map<String, Object>> points(Space space) {
    List<Map<String, Object>> points =
        new ArrayList<>(changed(Map.of(), space.dimensions()).toList());
    for (Condition condition : space.conditions()) {
      points.addAll(
          List.copyOf(points).stream()
              .filter(point -> space.holds(condition, point))
              .flatMap(point -> changed(point, condition.dimensions()).skip(1))
              .toList());
    }
    return points.stream().filter(space::allows).distinct().toList();
  }

  private static Stream<Map<String, Object>> changed(
      Map<String, Object> start, List<Dimension> dimensions) {
    return Stream.concat(
        Stream.of(start),
        dimensions.stream()
            .flatMap(dimension -> dimension.rows().stream())
            .map(row -> FullProduct.joined(start, row)));
  }
}
