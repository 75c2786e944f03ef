package dev.sweepline.analytics.comparison;

import java.util.List;
import java.util.Set;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.RealVector;
import org.jspecify.annotations.Nullable;

/**
 * Whether the strata disagree: F test of equal effects, on strata without a cell set aside.
 *
 * @param f the statistic
 * @param p how likely it is under equal effects
 * @param smallest effect of a stratum, as shown
 * @param largest effect of a stratum, as shown
 */
record Heterogeneity(double f, double p, double smallest, double largest) {
  private static final double VARIES = 0.01;
  private static final double DOUBT = 0.05;

  /** Null when there are fewer than two strata, or no shared variance. */
  static @Nullable Heterogeneity of(StartModel model, List<Stratum> all, Scale scale) {
    Pool pool = model.pool();
    Double variance = pool == null ? null : pool.variance();
    if (pool == null || variance == null) {
      return null;
    }
    Set<Cell> aside = pool.aside().keySet();
    List<Contrast> strata =
        all.stream()
            .filter(s -> !aside.contains(s.value()) && !aside.contains(s.reference()))
            .map(s -> Contrast.between(s.value(), s.reference()))
            .toList();
    return strata.size() < 2 ? null : test(model, pool.fit().df(), variance, strata, scale);
  }

  private static Heterogeneity test(
      StartModel model, int residualDf, double variance, List<Contrast> strata, Scale scale) {
    RealVector effects = new ArrayRealVector(strata.stream().mapToDouble(model::level).toArray());
    DecompositionSolver precision = new CholeskyDecomposition(model.covariance(strata)).getSolver();
    RealVector ones = new ArrayRealVector(strata.size(), 1);
    RealVector sums = precision.solve(ones);
    double centre = sums.dotProduct(effects) / sums.dotProduct(ones);
    RealVector off = effects.mapSubtract(centre);
    int df = strata.size() - 1;
    double f = off.dotProduct(precision.solve(off)) / df / variance;
    return new Heterogeneity(
        f,
        Distributions.fUpper(f, df, residualDf),
        scale.shown(effects.getMinValue()),
        scale.shown(effects.getMaxValue()));
  }

  /** Whether the average hides effects that differ. */
  boolean varies() {
    return p < VARIES;
  }

  /** Whether one slow start among one-start cells could be behind it. */
  boolean isDoubt() {
    return p < DOUBT;
  }
}
