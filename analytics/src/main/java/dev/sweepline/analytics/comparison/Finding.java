package dev.sweepline.analytics.comparison;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value against the reference at one load point, before the family is looked at.
 *
 * @param load the load point
 * @param value of the parameter
 * @param reference it is held against
 * @param strata pairs of cells behind it
 * @param confoundedWith parameters that always changed together with this one; null when there are
 *     strata
 * @param startsOfValue behind the value's cells
 * @param startsOfReference behind the reference's cells
 * @param p two-sided; null when no claim can be made
 * @param heterogeneity between the strata; null when it cannot be tested
 * @param doubtful whether one slow start could be behind it
 * @param identical whether all start values are the same number
 * @param replicate what was repeated
 * @param fitted null without strata
 */
record Finding(
    LoadPoint load,
    String value,
    String reference,
    int strata,
    @Nullable List<String> confoundedWith,
    int startsOfValue,
    int startsOfReference,
    @Nullable Double p,
    @Nullable Heterogeneity heterogeneity,
    boolean doubtful,
    boolean identical,
    Replicate replicate,
    @Nullable Fitted fitted) {
  /**
   * Where the effect comes from.
   *
   * @param model of its load point
   * @param contrast in it
   */
  record Fitted(StartModel model, Contrast contrast) {
    Estimate estimate() {
      return model.estimate(contrast);
    }
  }

  /** A value that no pair of cells can be held against the reference. */
  static Finding confounded(LoadPoint load, String value, String reference, List<String> with) {
    return new Finding(
        load, value, reference, 0, with, 0, 0, null, null, false, false, Replicate.STARTS, null);
  }

  /** A parameter of the server. */
  static Finding ofServer(
      LoadPoint load,
      StartModel model,
      String value,
      String reference,
      List<Stratum> all,
      Scale scale) {
    List<Stratum> able = all.stream().filter(stratum -> isAble(model, stratum)).toList();
    List<Stratum> strata = able.isEmpty() ? all : able;
    Fitted fitted = new Fitted(model, Contrast.over(strata));
    Estimate estimate = fitted.estimate();
    int ofValue = fitted.contrast().startsOfValue(model);
    int ofReference = fitted.contrast().startsOfReference(model);
    boolean bothRepeat = Math.min(ofValue, ofReference) >= 2;
    Heterogeneity heterogeneity = Heterogeneity.of(model, strata, scale);
    return new Finding(
        load,
        value,
        reference,
        strata.size(),
        null,
        ofValue,
        ofReference,
        bothRepeat ? estimate.p() : null,
        heterogeneity,
        // One slow start in a one-start cell cannot be told from a slow setting.
        fitted.contrast().fewestStarts(model) == 1
            && heterogeneity != null
            && heterogeneity.isDoubt(),
        estimate.error() == null && bothRepeat && isConstant(model, fitted.contrast()),
        Replicate.STARTS,
        fitted);
  }

  /** A parameter of the client, compared inside the starts. */
  static Finding ofClient(
      LoadPoint load,
      String value,
      String reference,
      int cells,
      int starts,
      Replicate replicate,
      Fitted fitted) {
    return new Finding(
        load,
        value,
        reference,
        cells,
        null,
        starts,
        starts,
        fitted.estimate().p(),
        null,
        false,
        false,
        replicate,
        fitted);
  }

  /** Without a shared variance each cell needs two starts of its own. */
  private static boolean isAble(StartModel model, Stratum stratum) {
    return !model.isWelch()
        || Math.min(model.starts(stratum.value()), model.starts(stratum.reference())) >= 2;
  }

  private static boolean isConstant(StartModel model, Contrast contrast) {
    return model.valuesOf(contrast.weights().keySet()).stream().distinct().count() == 1;
  }

  boolean isMatched() {
    return confoundedWith == null;
  }

  /** The cells behind it. */
  Set<Cell> cells() {
    return fitted == null ? Set.of() : fitted.contrast().weights().keySet();
  }
}
