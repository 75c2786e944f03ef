package dev.sweepline.analytics.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A weighted sum of cell effects.
 *
 * @param weights by cell, none of them 0
 */
record Contrast(Map<Cell, Double> weights) {
  /** The mean over strata of value minus reference, equal weights. */
  static Contrast over(List<Stratum> strata) {
    Map<Cell, Double> weights = new LinkedHashMap<>();
    double share = 1.0 / strata.size();
    for (Stratum stratum : strata) {
      weights.merge(stratum.value(), share, Double::sum);
      weights.merge(stratum.reference(), -share, Double::sum);
    }
    return new Contrast(weights);
  }

  /** The level of one cell. */
  static Contrast of(Cell cell) {
    return new Contrast(Map.of(cell, 1.0));
  }

  /** How far one cell is above another. */
  static Contrast between(Cell cell, Cell other) {
    return new Contrast(Map.of(cell, 1.0, other, -1.0));
  }

  /** The mean over cells. */
  static Contrast mean(List<Cell> cells) {
    Map<Cell, Double> weights = new LinkedHashMap<>();
    cells.forEach(cell -> weights.put(cell, 1.0 / cells.size()));
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
