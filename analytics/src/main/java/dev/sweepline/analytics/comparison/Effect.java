package dev.sweepline.analytics.comparison;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value against the reference at one load point, judged.
 *
 * @param load the load point
 * @param value of the parameter
 * @param reference it is held against
 * @param strata pairs of cells behind it
 * @param confoundedWith parameters that always changed together with this one; null when there are
 *     strata
 * @param startsOfValue server starts behind the value
 * @param startsOfReference server starts behind the reference
 * @param effect ratio (difference for counts and shares) to the reference; null without strata
 * @param interval95 of the effect, not adjusted for the family; null without a start variance
 * @param interval999 likewise with 99.9 % coverage
 * @param varies whether the strata disagree, so that the average hides more than it shows
 * @param p two-sided, of this effect alone; null when no claim can be made
 * @param pHolm adjusted for the family; null with {@code p}
 * @param word what may be said; null when confounded
 * @param detectable smallest effect that would be found in 80 %; null without a start variance
 */
public record Effect(
    String load,
    String value,
    String reference,
    int strata,
    @Nullable List<String> confoundedWith,
    int startsOfValue,
    int startsOfReference,
    @Nullable Double effect,
    @Nullable Interval interval95,
    @Nullable Interval interval999,
    boolean varies,
    @Nullable Double p,
    @Nullable Double pHolm,
    @Nullable Word word,
    @Nullable Double detectable) {
  private static final double NEAR_CERTAIN = 0.999;

  /** Judges one family: all that is found of one parameter and metric over all load points. */
  static List<Effect> judge(
      List<Finding> findings, ComparedMetric metric, Scale scale, Levels levels) {
    List<Finding> matched = findings.stream().filter(Finding::isMatched).toList();
    // A contrast without a p counts too: which of them get more starts may have been chosen by
    // looking at the others.
    double[] adjusted =
        Holm.adjust(matched.stream().map(f -> f.p() == null ? (Double) 1.0 : f.p()).toList());
    List<Effect> effects = new ArrayList<>();
    for (Finding finding : findings) {
      int place = matched.indexOf(finding);
      Double holm = place < 0 || finding.p() == null ? null : (Double) adjusted[place];
      effects.add(judged(finding, holm, matched.size(), metric, scale, levels));
    }
    return effects;
  }

  private static Effect judged(
      Finding finding,
      @Nullable Double holm,
      int familySize,
      ComparedMetric metric,
      Scale scale,
      Levels levels) {
    Estimate estimate = finding.estimate();
    Heterogeneity heterogeneity = finding.heterogeneity();
    return new Effect(
        finding.load(),
        finding.value(),
        finding.reference(),
        finding.strata(),
        finding.confoundedWith(),
        finding.startsOfValue(),
        finding.startsOfReference(),
        estimate == null ? null : (Double) scale.shown(estimate.value()),
        shown(estimate, levels.interval(), scale),
        shown(estimate, NEAR_CERTAIN, scale),
        heterogeneity != null && heterogeneity.varies(),
        finding.p(),
        holm,
        word(finding, holm, metric, levels),
        detectable(estimate, levels.alpha() / familySize, scale));
  }

  private static @Nullable Interval shown(@Nullable Estimate estimate, double level, Scale scale) {
    Interval interval = estimate == null ? null : estimate.interval(level);
    return interval == null ? null : interval.shown(scale);
  }

  private static @Nullable Double detectable(
      @Nullable Estimate estimate, double alpha, Scale scale) {
    Estimate.Uncertainty error = estimate == null ? null : estimate.error();
    return error == null
        ? null
        : (Double) scale.size(Distributions.powerFactor(error.df(), alpha) * error.se());
  }

  private static @Nullable Word word(
      Finding finding, @Nullable Double holm, ComparedMetric metric, Levels levels) {
    Estimate estimate = finding.estimate();
    if (estimate == null) {
      return null;
    }
    if (holm == null) {
      return finding.identical() ? Word.NOT_DISTINGUISHABLE : Word.TOO_FEW_STARTS;
    }
    if (finding.isDoubtful()) {
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
