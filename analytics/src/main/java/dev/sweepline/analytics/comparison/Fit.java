package dev.sweepline.analytics.comparison;

import java.util.Collection;
import java.util.List;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.jspecify.annotations.Nullable;

/**
 * Cell means, and block effects where there are some, fitted by least squares.
 *
 * @param blocks null without block effects
 * @param residual sum of squares
 * @param df degrees of freedom of the residual
 */
record Fit(@Nullable Blocks blocks, double residual, int df) {
  /**
   * @param effects of each block but the first
   * @param inverse their covariance in units of the variance
   */
  record Blocks(RealVector effects, RealMatrix inverse) {}

  /** Cell means alone. */
  static Fit plain(Collection<CellStarts> cells) {
    return new Fit(
        null,
        cells.stream().mapToDouble(CellStarts::squares).sum(),
        cells.stream().mapToInt(cell -> cell.n() - 1).sum());
  }

  /** Cell means and block effects; null when cells and blocks fall apart into groups. */
  static @Nullable Fit blocked(Collection<CellStarts> cells) {
    List<CellStarts> all = List.copyOf(cells);
    if (all.isEmpty()) {
      return null;
    }
    RealMatrix a = all.stream().map(CellStarts::a).reduce(RealMatrix::add).orElseThrow();
    RealVector r = all.stream().map(CellStarts::r).reduce(RealVector::add).orElseThrow();
    if (new SingularValueDecomposition(a).getRank() < a.getRowDimension()) {
      return null;
    }
    RealMatrix inverse = new LUDecomposition(a).getSolver().getInverse();
    RealVector effects = inverse.operate(r);
    Fit plain = plain(all);
    return new Fit(
        new Blocks(effects, inverse),
        plain.residual() - effects.dotProduct(r),
        plain.df() - effects.getDimension());
  }

  double variance() {
    return residual / df;
  }
}
