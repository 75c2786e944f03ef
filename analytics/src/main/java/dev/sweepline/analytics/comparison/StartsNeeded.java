package dev.sweepline.analytics.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Starts that each cell of a contrast needs, until the target effect is found in 80 %.
 *
 * @param asSeen with the spread as it was seen, which gives 70 to 78 % only; null above 50
 * @param safe with the upper 80 % bound of the spread; null above 50
 */
public record StartsNeeded(@Nullable Integer asSeen, @Nullable Integer safe) {
  private static final int FEWEST = 2;
  private static final int MOST = 50;

  /**
   * What is needed for the target; null without one, or without a known variance.
   *
   * @param family cells of all contrasts at this load point: they get the starts too
   * @param alpha level of the next report, divided by the family's size
   * @param target on the working scale; null when the metric has none
   */
  static @Nullable StartsNeeded of(
      StartModel model,
      Contrast contrast,
      Set<Cell> family,
      double alpha,
      @Nullable Double target) {
    Estimate.Uncertainty now = model.estimate(contrast).error();
    if (target == null || now == null) {
      return null;
    }
    Integer asSeen = null;
    Integer safe = null;
    double bound = bound(model, contrast);
    for (int k = FEWEST; k <= MOST && safe == null; k++) {
      Estimate.Uncertainty then = planned(model, contrast, family, k);
      double found = Distributions.powerFactor(then.df(), alpha) * then.se();
      asSeen = asSeen == null && found <= target ? (Integer) k : asSeen;
      safe = found * bound <= target ? (Integer) k : null;
    }
    return new StartsNeeded(asSeen, safe);
  }

  private static double bound(StartModel model, Contrast contrast) {
    Estimate.Uncertainty now = Estimate.of(0, model.parts(contrast)).error();
    if (now == null) {
      throw new IllegalArgumentException("a contrast without a variance needs no bound");
    }
    return Distributions.sdUpper(now.df());
  }

  private static Estimate.Uncertainty planned(
      StartModel model, Contrast contrast, Set<Cell> family, int starts) {
    Map<Cell, Integer> plan = new HashMap<>();
    for (Cell cell : model.cells()) {
      int has = model.starts(cell);
      plan.put(cell, family.contains(cell) ? (Integer) Math.max(has, starts) : (Integer) has);
    }
    List<Estimate.Part> parts = model.plannedParts(contrast, plan, starts);
    Estimate.Uncertainty error = Estimate.of(0, parts).error();
    if (error == null) {
      throw new IllegalStateException("more starts cannot take a variance away");
    }
    return error;
  }
}
