package dev.sweepline.analytics.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  /** Blocks are used when at least this many residual degrees of freedom are left. */
  private static final int FEWEST_BLOCK_DF = 6;

  /** Level of the screen, divided by the number of cells tested. */
  private static final double SCREEN = 0.005;

  /** A smaller spread than rounding leaves: every start repeats exactly. */
  private static final double NO_SPREAD = 1e-9;

  static Pool of(Map<Cell, CellStarts> stats, List<String> blocks) {
    boolean blocked = usesBlocks(stats.values(), blocks);
    List<Cell> pool = new ArrayList<>(stats.keySet());
    List<Cell> aside = new ArrayList<>();
    for (Cell worst = worst(stats, pool, blocked);
        worst != null;
        worst = worst(stats, pool, blocked)) {
      pool.remove(worst);
      aside.add(worst);
    }
    Fit fit = fit(starts(stats, pool), blocked);
    if (fit == null) {
      fit = Fit.plain(starts(stats, pool));
    }
    Map<Cell, OwnVariance> own = new LinkedHashMap<>();
    for (Cell cell : aside) {
      own.put(cell, OwnVariance.of(starts(stats, List.of(cell)).get(0), fit));
    }
    return new Pool(List.copyOf(pool), fit, own);
  }

  private static boolean usesBlocks(Collection<CellStarts> cells, List<String> blocks) {
    Fit fit = blocks.size() < 2 ? null : Fit.blocked(cells);
    return fit != null && fit.df() >= FEWEST_BLOCK_DF;
  }

  private static @Nullable Fit fit(Collection<CellStarts> cells, boolean blocked) {
    return blocked ? Fit.blocked(cells) : Fit.plain(cells);
  }

  private static @Nullable Cell worst(
      Map<Cell, CellStarts> stats, List<Cell> pool, boolean blocked) {
    List<Cell> tested = new ArrayList<>();
    for (Cell cell : pool) {
      if (starts(stats, List.of(cell)).get(0).n() >= 2) {
        tested.add(cell);
      }
    }
    Cell worst = null;
    double least = SCREEN / Math.max(1, tested.size());
    for (Cell cell : tested) {
      Double p = screen(stats, pool, cell, blocked);
      if (p != null && p < least) {
        worst = cell;
        least = p;
      }
    }
    return worst;
  }

  /** How likely a cell's variance is so far above that of the others; null when untestable. */
  private static @Nullable Double screen(
      Map<Cell, CellStarts> stats, List<Cell> pool, Cell cell, boolean blocked) {
    List<Cell> rest = new ArrayList<>(pool);
    rest.remove(cell);
    Fit others = fit(starts(stats, rest), blocked);
    if (others == null || others.df() < 1 || others.residual() <= 0) {
      return null;
    }
    OwnVariance own = OwnVariance.of(starts(stats, List.of(cell)).get(0), others);
    return Distributions.fUpper(own.value() / others.variance(), own.df(), others.df());
  }

  private static List<CellStarts> starts(Map<Cell, CellStarts> stats, List<Cell> cells) {
    List<CellStarts> found = new ArrayList<>();
    for (Cell cell : cells) {
      CellStarts starts = stats.get(cell);
      if (starts != null) {
        found.add(starts);
      }
    }
    return found;
  }

  /** The shared variance; null when no cell has two starts, or none differ. */
  @Nullable Double variance() {
    return fit.df() > 0 && Math.sqrt(fit.variance()) >= NO_SPREAD ? (Double) fit.variance() : null;
  }
}
