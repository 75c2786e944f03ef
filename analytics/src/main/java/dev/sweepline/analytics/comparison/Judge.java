package dev.sweepline.analytics.comparison;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges the findings of one family.
 *
 * @param metric they are about
 * @param scale of its values
 * @param levels error rates
 * @param familySize matched contrasts in the family
 */
record Judge(ComparedMetric metric, Scale scale, Levels levels, int familySize) {
  private static final double NEAR_CERTAIN = 0.999;

  /**
   * @param holm adjusted p; null when no claim can be made
   * @param together cells of all contrasts at this load point
   */
  Effect effect(Finding finding, @Nullable Double holm, Set<Cell> together) {
    Finding.Fitted fitted = finding.fitted();
    Estimate estimate = fitted == null ? null : fitted.estimate();
    Heterogeneity heterogeneity = finding.heterogeneity();
    return new Effect(
        finding.load().name(),
        finding.value(),
        finding.reference(),
        finding.strata(),
        finding.confoundedWith(),
        finding.startsOfValue(),
        finding.startsOfReference(),
        finding.replicate(),
        estimate == null ? null : (Double) scale.shown(estimate.value()),
        shown(estimate, levels.interval()),
        shown(estimate, NEAR_CERTAIN),
        heterogeneity != null && heterogeneity.varies(),
        heterogeneity == null
            ? null
            : new Interval(heterogeneity.smallest(), heterogeneity.largest()),
        finding.p(),
        holm,
        estimate == null ? null : word(finding, estimate, holm),
        estimate == null ? null : detectable(estimate),
        fitted == null
            ? null
            : StartsNeeded.of(
                fitted.model(),
                fitted.contrast(),
                together,
                levels.next() / familySize,
                metric.target()));
  }

  private @Nullable Interval shown(@Nullable Estimate estimate, double level) {
    Interval interval = estimate == null ? null : estimate.interval(level);
    return interval == null ? null : interval.shown(scale);
  }

  private @Nullable Double detectable(Estimate estimate) {
    Estimate.Uncertainty error = estimate.error();
    return error == null
        ? null
        : (Double)
            scale.size(
                Distributions.powerFactor(error.df(), levels.alpha() / familySize) * error.se());
  }

  private Word word(Finding finding, Estimate estimate, @Nullable Double holm) {
    if (holm == null) {
      return finding.identical() ? Word.NOT_DISTINGUISHABLE : Word.TOO_FEW_STARTS;
    }
    if (finding.doubtful()) {
      return Word.TOO_FEW_STARTS;
    }
    Double margin = metric.margin();
    Interval narrow = estimate.interval(levels.equivalenceInterval());
    if (margin != null && narrow != null && narrow.inside(margin)) {
      return Word.EQUIVALENT;
    }
    if (holm < levels.alpha()) {
      return metric.direction() * estimate.value() > 0 ? Word.BETTER : Word.WORSE;
    }
    return Word.NOT_DISTINGUISHABLE;
  }
}
