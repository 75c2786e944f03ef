package dev.sweepline.analytics.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  private final List<Start> starts;
  private final Map<Cell, CellStarts> stats = new TreeMap<>();
  private final int blockEffects;
  private final @Nullable Pool pool;

  StartModel(List<Start> starts, Scale scale) {
    this.starts = List.copyOf(starts);
    List<String> blocks =
        starts.stream().map(Start::block).distinct().sorted(NaturalOrder.OF_TEXTS).toList();
    starts.stream()
        .collect(Collectors.groupingBy(Start::cell))
        .forEach((cell, own) -> stats.put(cell, new CellStarts(own, blocks)));
    this.blockEffects = Math.max(0, blocks.size() - 1);
    this.pool = scale == Scale.LOG ? Pool.of(stats, blocks) : null;
  }

  List<Cell> cells() {
    return List.copyOf(stats.keySet());
  }

  /** The start values of one cell. */
  List<Double> valuesOf(Cell cell) {
    return starts.stream().filter(start -> start.cell().equals(cell)).map(Start::value).toList();
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
    double means =
        contrast.weights().entrySet().stream()
            .mapToDouble(entry -> entry.getValue() * cellStarts(entry.getKey()).mean())
            .sum();
    Fit.Blocks blocks = blocks();
    return blocks == null ? means : means - blockWeights(contrast).dotProduct(blocks.effects());
  }

  private Fit.@Nullable Blocks blocks() {
    return pool == null ? null : pool.fit().blocks();
  }

  private RealVector blockWeights(Contrast contrast) {
    RealVector weights = new ArrayRealVector(blockEffects);
    contrast
        .weights()
        .forEach((cell, weight) -> weights.combineToSelf(1, weight, cellStarts(cell).shares()));
    return weights;
  }

  private @Nullable List<Estimate.Part> parts(Contrast contrast) {
    List<Estimate.Part> parts = new ArrayList<>();
    double shared = 0;
    for (Map.Entry<Cell, Double> entry : contrast.weights().entrySet()) {
      CellStarts cell = cellStarts(entry.getKey());
      double share = entry.getValue() * entry.getValue() / cell.n();
      if (pool != null && !pool.aside().containsKey(entry.getKey())) {
        shared += share;
        continue;
      }
      OwnVariance own = ownVariance(entry.getKey(), cell);
      if (own == null) {
        return null;
      }
      parts.add(new Estimate.Part(share * own.value(), own.df()));
    }
    if (shared > 0 && pool != null) {
      Double variance = pool.variance();
      if (variance == null) {
        return null;
      }
      parts.add(0, new Estimate.Part(variance * (shared + blockShare(contrast)), pool.fit().df()));
    }
    return parts;
  }

  private @Nullable OwnVariance ownVariance(Cell cell, CellStarts starts) {
    if (pool != null) {
      return pool.aside().get(cell);
    }
    return starts.n() < 2 ? null : OwnVariance.alone(starts);
  }

  private double blockShare(Contrast contrast) {
    Fit.Blocks blocks = blocks();
    if (blocks == null) {
      return 0;
    }
    RealVector weights = blockWeights(contrast);
    return weights.dotProduct(blocks.inverse().operate(weights));
  }

  /** Covariance of the pool's cell effects, in units of the shared variance. */
  RealMatrix covariance(Pool of) {
    double[] inverseStarts = of.cells().stream().mapToDouble(cell -> 1.0 / starts(cell)).toArray();
    RealMatrix own = MatrixUtils.createRealDiagonalMatrix(inverseStarts);
    Fit.Blocks blocks = of.fit().blocks();
    if (blocks == null) {
      return own;
    }
    double[][] shares =
        of.cells().stream()
            .map(cell -> cellStarts(cell).shares().toArray())
            .toArray(double[][]::new);
    RealMatrix z = MatrixUtils.createRealMatrix(shares);
    return own.add(z.multiply(blocks.inverse()).multiply(z.transpose()));
  }
}
