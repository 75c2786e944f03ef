package dev.sweepline.analytics.comparison;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/** Tails and quantiles, and what the power of a test needs. */
final class Distributions {
  /** Far below the four digits that a report shows. */
  private static final double ACCURACY = 1e-12;

  /** Normal quantile of a power of 80 %. */
  private static final double POWER_Z = 0.8416212335729143;

  private Distributions() {}

  static double tQuantile(double p, double df) {
    return new TDistribution(df, ACCURACY).inverseCumulativeProbability(p);
  }

  static double tTwoSided(double t, double df) {
    return 2 * new TDistribution(df).cumulativeProbability(-Math.abs(t));
  }

  /** How likely a value above t is. */
  static double tUpper(double t, double df) {
    return new TDistribution(df).cumulativeProbability(-t);
  }

  /** From a standard deviation to its upper 80 % bound. */
  static double sdUpper(double df) {
    return Math.sqrt(
        df / new ChiSquaredDistribution(df, ACCURACY).inverseCumulativeProbability(0.2));
  }

  /** Upper tail of the F distribution, exact also where it is tiny. */
  static double fUpper(double f, double df1, double df2) {
    return f <= 0 ? 1 : Beta.regularizedBeta(df2 / (df2 + df1 * f), df2 / 2, df1 / 2);
  }

  /**
   * The effect, in standard errors, that a two-sided t test finds in 80 % of cases.
   *
   * @param alpha level of the test
   */
  static double powerFactor(double df, double alpha) {
    double t = tQuantile(1 - alpha / 2, df);
    double c = Math.sqrt(2 / df) * Math.exp(Gamma.logGamma((df + 1) / 2) - Gamma.logGamma(df / 2));
    return t * c + POWER_Z * Math.sqrt(1 + t * t * (1 - c * c));
  }
}
