package dev.sweepline.analytics.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.jspecify.annotations.Nullable;

/**
 * How much a parameter matters at one load point: the range of its values' effects, and the F test
 * that all of them are nil.
 *
 * @param load the load point
 * @param parameter its column
 * @param reference value whose effect is none
 * @param effects of each value that was varied alone, against the reference; empty when there is
 *     none, and then nothing is claimed
 * @param range largest against smallest, a ratio or a difference; null without effects
 * @param test null without a shared variance
 */
public record MainEffect(
    String load,
    String parameter,
    String reference,
    Map<String, Double> effects,
    @Nullable Double range,
    @Nullable FTest test) {
  /**
   * An F test.
   *
   * @param f the statistic
   * @param df1 degrees of freedom of the effects
   * @param df2 degrees of freedom of the variance
   * @param p how likely it is when there is no effect
   */
  public record FTest(double f, int df1, int df2, double p) {}

  /** Whether the parameter was ever varied alone. */
  public boolean isKnown() {
    return range != null;
  }

  static MainEffect of(
      LoadPoint load, MetricModels models, StartModel model, int parameter, String reference) {
    Map<String, Contrast> contrasts = new LinkedHashMap<>();
    for (String value : Family.values(model, parameter, reference)) {
      List<Stratum> strata = Stratum.of(model.cells(), parameter, value, reference);
      if (!strata.isEmpty()) {
        contrasts.put(value, Contrast.over(strata));
      }
    }
    String name = models.parameters().get(parameter);
    if (contrasts.isEmpty()) {
      return new MainEffect(load.name(), name, reference, Map.of(), null, null);
    }
    Map<String, Double> levels = new LinkedHashMap<>();
    levels.put(reference, 0.0);
    contrasts.forEach((value, contrast) -> levels.put(value, model.level(contrast)));
    Map<String, Double> shown = new LinkedHashMap<>();
    levels.forEach((value, level) -> shown.put(value, models.scale().shown(level)));
    double range = Collections.max(levels.values()) - Collections.min(levels.values());
    return new MainEffect(
        load.name(),
        name,
        reference,
        Collections.unmodifiableMap(shown),
        models.scale().shown(range),
        test(model, new ArrayList<>(contrasts.values())));
  }

  private static @Nullable FTest test(StartModel model, List<Contrast> contrasts) {
    Pool pool = model.pool();
    Double variance = pool == null ? null : pool.variance();
    if (pool == null
        || variance == null
        || contrasts.stream()
            .flatMap(contrast -> contrast.weights().keySet().stream())
            .anyMatch(pool.aside()::containsKey)) {
      return null;
    }
    RealVector effects =
        new ArrayRealVector(contrasts.stream().mapToDouble(model::level).toArray());
    RealVector solved = new LUDecomposition(model.covariance(contrasts)).getSolver().solve(effects);
    int df = contrasts.size();
    double f = effects.dotProduct(solved) / df / variance;
    return new FTest(f, df, pool.fit().df(), Distributions.fUpper(f, df, pool.fit().df()));
  }
}
