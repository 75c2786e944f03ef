package dev.sweepline.analytics.comparison;

import java.util.List;
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
 * @param estimate the effect; null without strata
 * @param p two-sided; null when no claim can be made
 * @param heterogeneity between the strata; null when it cannot be tested
 * @param fewestStarts of any cell behind it
 * @param identical whether all start values are the same number
 */
record Finding(
    String load,
    String value,
    String reference,
    int strata,
    @Nullable List<String> confoundedWith,
    int startsOfValue,
    int startsOfReference,
    @Nullable Estimate estimate,
    @Nullable Double p,
    @Nullable Heterogeneity heterogeneity,
    int fewestStarts,
    boolean identical) {
  static Finding of(
      String load,
      StartModel model,
      List<String> parameters,
      int parameter,
      String value,
      String reference,
      Scale scale) {
    List<Stratum> all = Stratum.of(model.cells(), parameter, value, reference);
    if (all.isEmpty()) {
      List<String> confounders =
          Stratum.confounders(model.cells(), parameters, parameter, value, reference);
      return new Finding(load, value, reference, 0, confounders, 0, 0, null, null, null, 0, false);
    }
    List<Stratum> able = all.stream().filter(stratum -> isAble(model, stratum)).toList();
    List<Stratum> strata = able.isEmpty() ? all : able;
    Contrast contrast = Contrast.over(strata);
    Estimate estimate = model.estimate(contrast);
    int ofValue = contrast.startsOfValue(model);
    int ofReference = contrast.startsOfReference(model);
    boolean bothRepeat = Math.min(ofValue, ofReference) >= 2;
    return new Finding(
        load,
        value,
        reference,
        strata.size(),
        null,
        ofValue,
        ofReference,
        estimate,
        bothRepeat ? estimate.p() : null,
        Heterogeneity.of(model, strata, scale),
        contrast.fewestStarts(model),
        estimate.error() == null && bothRepeat && isConstant(model, contrast));
  }

  /** Without a shared variance each cell needs two starts of its own. */
  private static boolean isAble(StartModel model, Stratum stratum) {
    return !model.isWelch()
        || Math.min(model.starts(stratum.value()), model.starts(stratum.reference())) >= 2;
  }

  private static boolean isConstant(StartModel model, Contrast contrast) {
    return contrast.weights().keySet().stream()
            .flatMap(cell -> model.valuesOf(cell).stream())
            .distinct()
            .count()
        == 1;
  }

  boolean isMatched() {
    return confoundedWith == null;
  }

  /** One slow start in a one-start cell cannot be told from a slow setting. */
  boolean isDoubtful() {
    return fewestStarts == 1 && heterogeneity != null && heterogeneity.isDoubt();
  }
}
