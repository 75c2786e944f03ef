package dev.sweepline.analytics.comparison;

import java.util.List;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.jspecify.annotations.Nullable;

/**
 * The starts of one cell, summed up. With blocks: {@code counts} are its starts in each block but
 * the first; {@code A = diag(counts) - counts counts' / n} and {@code r = block sums - counts ×
 * mean}; their sums over cells give the block effects.
 */
final class CellStarts {
  private final int n;
  private final double mean;
  private final double squares;
  private final @Nullable Blocked blocked;

  /** What the block effects need. */
  private record Blocked(RealVector shares, RealMatrix a, RealVector r) {}

  /**
   * @param blocks all blocks of the model, in order
   */
  CellStarts(List<Start> starts, List<String> blocks) {
    n = starts.size();
    mean = starts.stream().mapToDouble(Start::value).average().orElseThrow();
    squares = starts.stream().mapToDouble(s -> square(s.value() - mean)).sum();
    blocked = blocks.size() < 2 ? null : blocked(starts, blocks);
  }

  private Blocked blocked(List<Start> starts, List<String> blocks) {
    RealVector counts = new ArrayRealVector(blocks.size() - 1);
    RealVector sums = new ArrayRealVector(blocks.size() - 1);
    for (Start start : starts) {
      int block = blocks.indexOf(start.block()) - 1;
      if (block >= 0) {
        counts.addToEntry(block, 1);
        sums.addToEntry(block, start.value());
      }
    }
    RealMatrix a =
        MatrixUtils.createRealDiagonalMatrix(counts.toArray())
            .subtract(counts.outerProduct(counts).scalarMultiply(1.0 / n));
    return new Blocked(counts.mapDivide(n), a, sums.subtract(counts.mapMultiply(mean)));
  }

  private static double square(double x) {
    return x * x;
  }

  int n() {
    return n;
  }

  double mean() {
    return mean;
  }

  /** Sum of squares about the mean. */
  double squares() {
    return squares;
  }

  /** Share of the starts in each block but the first. */
  RealVector shares() {
    return known().shares();
  }

  RealMatrix a() {
    return known().a();
  }

  RealVector r() {
    return known().r();
  }

  private Blocked known() {
    Blocked known = blocked;
    if (known == null) {
      throw new IllegalStateException("a model with one block has no block effects");
    }
    return known;
  }
}
