package dev.sweepline.analytics.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The cells that share one variance. A cell whose own variance stands out of that of the others
 * (Cochran's test for unequal degrees of freedom) is set aside, the worst first.
 *
 * @param cells that share the variance, in order
 * @param fit of these cells
 * @param aside the others, each with its own variance
 */
record Pool(List<Cell> cells, Fit fit, Map<Cell, OwnVariance> aside) {
  /** Level of the screen, divided by the number of cells tested. */
  private static final double SCREEN = 0.005;

  /** A smaller spread than rounding leaves: every start repeats exactly. */
  private static final double NO_SPREAD = 1e-9;

  static Pool of(Map<Cell, CellStarts> stats, List<String> blocks) {
    Function<CellStarts, FitSums> sums = sums(stats, blocks);
    Map<Cell, CellStarts> pool = new LinkedHashMap<>(stats);
    List<CellStarts> aside = new ArrayList<>();
    List<Cell> asideCells = new ArrayList<>();
    for (Cell worst = worst(pool, sums); worst != null; worst = worst(pool, sums)) {
      asideCells.add(worst);
      aside.add(Objects.requireNonNull(pool.remove(worst)));
    }
    Fit fit = fit(pool, sums);
    if (fit == null) {
      fit = Objects.requireNonNullElse(fit(pool, FitSums::plain), Fit.NONE);
    }
    Map<Cell, OwnVariance> own = new LinkedHashMap<>();
    for (int i = 0; i < aside.size(); i++) {
      own.put(asideCells.get(i), OwnVariance.of(aside.get(i), fit));
    }
    return new Pool(List.copyOf(pool.keySet()), fit, own);
  }

  /** With block effects where enough degrees of freedom are left for them. */
  private static Function<CellStarts, FitSums> sums(
      Map<Cell, CellStarts> stats, List<String> blocks) {
    Fit blocked = blocks.size() < 2 ? null : fit(stats, FitSums::blocked);
    return blocked != null && blocked.df() >= StartModel.FEWEST_BLOCK_DF
        ? FitSums::blocked
        : FitSums::plain;
  }

  private static @Nullable Fit fit(
      Map<Cell, CellStarts> cells, Function<CellStarts, FitSums> sums) {
    FitSums sum = FitSums.sum(cells.values().stream().map(sums).toList());
    return sum == null ? null : sum.fit();
  }

  private static @Nullable Cell worst(
      Map<Cell, CellStarts> pool, Function<CellStarts, FitSums> sums) {
    List<@Nullable FitSums> others = FitSums.withoutEach(pool.values().stream().map(sums).toList());
    long tested = pool.values().stream().filter(cell -> cell.n() >= 2).count();
    Cell worst = null;
    double least = SCREEN / Math.max(1, tested);
    int place = 0;
    for (Map.Entry<Cell, CellStarts> entry : pool.entrySet()) {
      FitSums rest = others.get(place++);
      Double p = entry.getValue().n() < 2 || rest == null ? null : screen(entry.getValue(), rest);
      if (p != null && p < least) {
        worst = entry.getKey();
        least = p;
      }
    }
    return worst;
  }

  /** How likely a cell's variance is so far above that of the others; null when untestable. */
  private static @Nullable Double screen(CellStarts cell, FitSums rest) {
    Fit others = rest.fit();
    if (others == null || others.df() < 1 || others.residual() <= 0) {
      return null;
    }
    OwnVariance own = OwnVariance.of(cell, others);
    return Distributions.fUpper(own.value() / others.variance(), own.df(), others.df());
  }

  /** The shared variance; null when no cell has two starts, or none differ. */
  @Nullable Double variance() {
    return fit.df() > 0 && Math.sqrt(fit.variance()) >= NO_SPREAD ? (Double) fit.variance() : null;
  }
}
