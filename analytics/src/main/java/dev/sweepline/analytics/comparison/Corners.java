package dev.sweepline.analytics.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Four cells that differ in two parameters only.
 *
 * @param both with both values
 * @param secondOnly with the second value and the first reference
 * @param firstOnly with the first value and the second reference
 * @param neither with both references
 */
record Corners(Cell both, Cell secondOnly, Cell firstOnly, Cell neither) {
  boolean areIn(StartModel model) {
    return Stream.of(both, secondOnly, firstOnly, neither).allMatch(model::has);
  }

  /** The mean difference of differences. */
  static Contrast contrast(List<Corners> all) {
    Map<Cell, Double> weights = new LinkedHashMap<>();
    double share = 1.0 / all.size();
    for (Corners corners : all) {
      weights.merge(corners.both, share, Double::sum);
      weights.merge(corners.secondOnly, -share, Double::sum);
      weights.merge(corners.firstOnly, -share, Double::sum);
      weights.merge(corners.neither, share, Double::sum);
    }
    return new Contrast(weights);
  }

  /** Starts of the corner that has the fewest. */
  static int fewestStarts(List<Corners> all, StartModel model) {
    return Stream.<Function<Corners, Cell>>of(
            Corners::both, Corners::secondOnly, Corners::firstOnly, Corners::neither)
        .mapToInt(corner -> all.stream().map(corner).mapToInt(model::starts).sum())
        .min()
        .orElse(0);
  }
}
