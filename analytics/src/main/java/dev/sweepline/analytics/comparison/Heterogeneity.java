package dev.sweepline.analytics.comparison;

import java.util.List;
import java.util.Set;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
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
    List<Stratum> strata =
        all.stream()
            .filter(s -> !aside.contains(s.value()) && !aside.contains(s.reference()))
            .toList();
    return strata.size() < 2 ? null : test(model, pool, variance, strata, scale);
  }

  private static Heterogeneity test(
      StartModel model, Pool pool, double variance, List<Stratum> strata, Scale scale) {
    RealMatrix rows = MatrixUtils.createRealMatrix(strata.size(), pool.cells().size());
    RealVector effects = new ArrayRealVector(strata.size());
    for (int i = 0; i < strata.size(); i++) {
      rows.setEntry(i, pool.cells().indexOf(strata.get(i).value()), 1);
      rows.setEntry(i, pool.cells().indexOf(strata.get(i).reference()), -1);
      effects.setEntry(i, model.level(Contrast.over(List.of(strata.get(i)))));
    }
    RealMatrix precision =
        new LUDecomposition(rows.multiply(model.covariance(pool)).multiply(rows.transpose()))
            .getSolver()
            .getInverse();
    RealVector ones = new ArrayRealVector(strata.size(), 1);
    RealVector sums = precision.preMultiply(ones);
    double centre = sums.dotProduct(effects) / sums.dotProduct(ones);
    RealVector off = effects.mapSubtract(centre);
    int df = strata.size() - 1;
    double f = off.dotProduct(precision.operate(off)) / df / variance;
    return new Heterogeneity(
        f,
        Distributions.fUpper(f, df, pool.fit().df()),
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
