package dev.sweepline.analytics.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.jspecify.annotations.Nullable;

/**
 * One metric at one load point: cell means of start values with their errors. On the log scale the
 * cells share one variance; differences have one each (Welch).
 */
final class StartModel {
  /** Blocks are used when at least this many residual degrees of freedom are left. */
  static final int FEWEST_BLOCK_DF = 6;

  private final List<Start> starts;
  private final Map<Cell, CellStarts> stats = new LinkedHashMap<>();
  private final List<String> blocks;
  private final @Nullable Pool pool;

  private StartModel(List<Start> starts, List<String> blocks, Scale scale) {
    this.starts = List.copyOf(starts);
    this.blocks = blocks;
    Map<Cell, List<Start>> byCell =
        starts.stream()
            .collect(Collectors.groupingBy(Start::cell, HashMap::new, Collectors.toList()));
    byCell.keySet().stream()
        .sorted()
        .forEach(
            cell -> stats.put(cell, new CellStarts(byCell.getOrDefault(cell, List.of()), blocks)));
    this.pool = scale == Scale.LOG ? Pool.of(stats, blocks) : null;
  }

  /** With block effects where the starts can tell them. */
  static StartModel of(List<Start> starts, Scale scale) {
    List<String> blocks =
        starts.stream().map(Start::block).distinct().sorted(NaturalOrder.OF_TEXTS).toList();
    return new StartModel(starts, blocks, scale);
  }

  /** Without block effects: for what is held against starts of another time. */
  static StartModel plain(List<Start> starts, Scale scale) {
    return new StartModel(
        starts.stream().map(start -> new Start(start.cell(), "", start.value())).toList(),
        List.of(""),
        scale);
  }

  List<Cell> cells() {
    return List.copyOf(stats.keySet());
  }

  boolean has(Cell cell) {
    return stats.containsKey(cell);
  }

  /** The start values of some cells. */
  List<Double> valuesOf(Set<Cell> cells) {
    return starts.stream().filter(start -> cells.contains(start.cell())).map(Start::value).toList();
  }

  int starts(Cell cell) {
    return cellStarts(cell).n();
  }

  /** Whether every cell has its own variance. */
  boolean isWelch() {
    return pool == null;
  }

  /** The cells that share one variance; null when each has its own. */
  @Nullable Pool pool() {
    return pool;
  }

  private CellStarts cellStarts(Cell cell) {
    CellStarts found = stats.get(cell);
    if (found == null) {
      throw new IllegalArgumentException("no such cell: " + cell);
    }
    return found;
  }

  /** The value of a contrast and its error. */
  Estimate estimate(Contrast contrast) {
    return Estimate.of(level(contrast), parts(contrast));
  }

  double level(Contrast contrast) {
    double means = 0;
    for (Map.Entry<Cell, Double> entry : contrast.weights().entrySet()) {
      means += entry.getValue() * cellStarts(entry.getKey()).mean();
    }
    Fit.Blocks effects = blocks();
    return effects == null ? means : means - blockWeights(contrast).dotProduct(effects.effects());
  }

  Fit.@Nullable Blocks blocks() {
    return pool == null ? null : pool.fit().blocks();
  }

  /** A contrast's weights on the blocks but the first. */
  RealVector blockWeights(Contrast contrast) {
    RealVector weights = new ArrayRealVector(blocks.size() - 1);
    contrast
        .weights()
        .forEach((cell, weight) -> weights.combineToSelf(1, weight, cellStarts(cell).shares()));
    return weights;
  }

  /** The variance of a contrast; null when a part of it is unknown. */
  @Nullable List<Estimate.Part> parts(Contrast contrast) {
    Map<Cell, Integer> counts = new HashMap<>();
    contrast.weights().keySet().forEach(cell -> counts.put(cell, starts(cell)));
    int df = pool == null ? 0 : pool.fit().df();
    return parts(contrast, counts, df, blockShare(contrast));
  }

  /**
   * The same with more starts, in complete blocks; null when a part of it is unknown.
   *
   * @param plan starts of every cell
   * @param repeats blocks that there will be at least
   */
  @Nullable List<Estimate.Part> plannedParts(
      Contrast contrast, Map<Cell, Integer> plan, int repeats) {
    int within =
        pool == null
            ? 0
            : pool.cells().stream().mapToInt(cell -> plan.getOrDefault(cell, 0) - 1).sum();
    int free = within - (Math.max(blocks.size(), repeats) - 1);
    return parts(contrast, plan, free >= FEWEST_BLOCK_DF ? free : within, 0);
  }

  private @Nullable List<Estimate.Part> parts(
      Contrast contrast, Map<Cell, Integer> counts, int df, double blockShare) {
    List<Estimate.Part> parts = new ArrayList<>();
    double shared = 0;
    for (Map.Entry<Cell, Double> entry : contrast.weights().entrySet()) {
      int n = counts.getOrDefault(entry.getKey(), 0);
      double share = entry.getValue() * entry.getValue() / n;
      if (pool != null && !pool.aside().containsKey(entry.getKey())) {
        shared += share;
        continue;
      }
      OwnVariance own = ownVariance(entry.getKey());
      if (own == null) {
        return null;
      }
      parts.add(new Estimate.Part(share * own.value(), n - 1));
    }
    if (shared > 0 && pool != null) {
      Double variance = pool.variance();
      if (variance == null) {
        return null;
      }
      parts.add(0, new Estimate.Part(variance * (shared + blockShare), df));
    }
    return parts;
  }

  private @Nullable OwnVariance ownVariance(Cell cell) {
    if (pool != null) {
      return pool.aside().get(cell);
    }
    CellStarts own = cellStarts(cell);
    return own.n() < 2 ? null : OwnVariance.alone(own);
  }

  private double blockShare(Contrast contrast) {
    Fit.Blocks effects = blocks();
    if (effects == null) {
      return 0;
    }
    RealVector weights = blockWeights(contrast);
    return weights.dotProduct(effects.inverse().operate(weights));
  }

  /** Covariance of contrasts of the pool's cells, in units of the shared variance. */
  RealMatrix covariance(List<Contrast> contrasts) {
    int size = contrasts.size();
    RealMatrix covariance = MatrixUtils.createRealMatrix(size, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = blockShare(contrasts.get(i), contrasts.get(j));
        for (Map.Entry<Cell, Double> entry : contrasts.get(i).weights().entrySet()) {
          Double other = contrasts.get(j).weights().get(entry.getKey());
          sum += other == null ? 0 : entry.getValue() * other / starts(entry.getKey());
        }
        covariance.setEntry(i, j, sum);
        covariance.setEntry(j, i, sum);
      }
    }
    return covariance;
  }

  private double blockShare(Contrast a, Contrast b) {
    Fit.Blocks effects = blocks();
    return effects == null
        ? 0
        : blockWeights(a).dotProduct(effects.inverse().operate(blockWeights(b)));
  }
}
