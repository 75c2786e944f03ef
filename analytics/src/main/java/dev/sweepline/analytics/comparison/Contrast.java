package dev.sweepline.analytics.comparison;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A weighted sum of cell effects.
 *
 * @param weights by cell; they add up to 0
 */
record Contrast(Map<Cell, Double> weights) {
  /** The mean over strata of value minus reference, equal weights. */
  static Contrast over(List<Stratum> strata) {
    Map<Cell, Double> weights = new TreeMap<>();
    double share = 1.0 / strata.size();
    for (Stratum stratum : strata) {
      weights.merge(stratum.value(), share, Double::sum);
      weights.merge(stratum.reference(), -share, Double::sum);
    }
    return new Contrast(weights);
  }

  /** Starts behind the cells on one side. */
  int startsOfValue(StartModel model) {
    return starts(model, 1);
  }

  /** Starts behind the cells on the other side. */
  int startsOfReference(StartModel model) {
    return starts(model, -1);
  }

  private int starts(StartModel model, int sign) {
    return weights.entrySet().stream()
        .filter(entry -> entry.getValue() * sign > 0)
        .mapToInt(entry -> model.starts(entry.getKey()))
        .sum();
  }

  /** The fewest starts of any cell in it. */
  int fewestStarts(StartModel model) {
    return weights.keySet().stream().mapToInt(model::starts).min().orElse(0);
  }
}
