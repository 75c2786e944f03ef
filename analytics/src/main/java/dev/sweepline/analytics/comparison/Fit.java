package dev.sweepline.analytics.comparison;

import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.jspecify.annotations.Nullable;

/**
 * Cell means, and block effects where there are some, fitted by least squares.
 *
 * @param blocks null without block effects
 * @param residual sum of squares
 * @param df degrees of freedom of the residual
 */
record Fit(@Nullable Blocks blocks, double residual, int df) {
  static final Fit NONE = new Fit(null, 0, 0);

  /**
   * @param effects of each block but the first
   * @param inverse their covariance in units of the variance
   */
  record Blocks(RealVector effects, RealMatrix inverse) {}

  double variance() {
    return residual / df;
  }
}
