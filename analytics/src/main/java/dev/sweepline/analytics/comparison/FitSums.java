package dev.sweepline.analytics.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.jspecify.annotations.Nullable;

/**
 * What a fit needs of some cells: sums over them.
 *
 * @param squares inside the cells
 * @param df inside the cells
 * @param blocks null where cells are fitted alone
 */
record FitSums(double squares, int df, @Nullable Blocks blocks) {
  /** Sums of {@link CellStarts#a} and {@link CellStarts#r}. */
  record Blocks(RealMatrix a, RealVector r) {
    Blocks plus(Blocks other) {
      return new Blocks(a.add(other.a), r.add(other.r));
    }
  }

  static FitSums plain(CellStarts cell) {
    return new FitSums(cell.squares(), cell.n() - 1, null);
  }

  static FitSums blocked(CellStarts cell) {
    return new FitSums(cell.squares(), cell.n() - 1, new Blocks(cell.a(), cell.r()));
  }

  private FitSums plus(FitSums other) {
    return new FitSums(
        squares + other.squares,
        df + other.df,
        blocks == null || other.blocks == null ? null : blocks.plus(other.blocks));
  }

  /** Null without cells. */
  static @Nullable FitSums sum(List<FitSums> cells) {
    return cells.stream().reduce(FitSums::plus).orElse(null);
  }

  /**
   * The sums over all cells but one, for each. Put together from the sums before and behind it:
   * what is left of a noisy cell after a subtraction would drown the others.
   */
  static List<@Nullable FitSums> withoutEach(List<FitSums> cells) {
    List<@Nullable FitSums> before = new ArrayList<>();
    FitSums sum = null;
    for (FitSums cell : cells) {
      before.add(sum);
      sum = sum == null ? cell : sum.plus(cell);
    }
    List<@Nullable FitSums> without = new ArrayList<>();
    FitSums behind = null;
    for (int i = cells.size() - 1; i >= 0; i--) {
      FitSums front = before.get(i);
      without.add(front == null ? behind : behind == null ? front : front.plus(behind));
      behind = behind == null ? cells.get(i) : cells.get(i).plus(behind);
    }
    Collections.reverse(without);
    return without;
  }

  /** The fit; null when cells and blocks fall apart into groups. */
  @Nullable Fit fit() {
    Blocks sums = blocks;
    if (sums == null) {
      return new Fit(null, squares, df);
    }
    if (new SingularValueDecomposition(sums.a()).getRank() < sums.a().getRowDimension()) {
      return null;
    }
    RealMatrix inverse = new LUDecomposition(sums.a()).getSolver().getInverse();
    RealVector effects = inverse.operate(sums.r());
    return new Fit(
        new Fit.Blocks(effects, inverse),
        squares - effects.dotProduct(sums.r()),
        df - effects.getDimension());
  }
}
