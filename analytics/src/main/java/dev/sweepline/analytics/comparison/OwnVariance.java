package dev.sweepline.analytics.comparison;

import org.jspecify.annotations.Nullable;

/**
 * The variance of one cell on its own.
 *
 * @param value about the block effects of the other cells
 * @param df degrees of freedom
 */
record OwnVariance(double value, int df) {
  /**
   * @param others the fit without this cell
   */
  static OwnVariance of(CellStarts cell, Fit others) {
    int df = cell.n() - 1;
    return new OwnVariance(
        (cell.squares() + shift(cell, others.blocks())) / df / (1 + spread(cell, others.blocks())),
        df);
  }

  static OwnVariance alone(CellStarts cell) {
    return new OwnVariance(cell.squares() / (cell.n() - 1), cell.n() - 1);
  }

  private static double shift(CellStarts cell, Fit.@Nullable Blocks blocks) {
    return blocks == null
        ? 0
        : blocks.effects().dotProduct(cell.a().operate(blocks.effects()))
            - 2 * blocks.effects().dotProduct(cell.r());
  }

  private static double spread(CellStarts cell, Fit.@Nullable Blocks blocks) {
    return blocks == null ? 0 : cell.a().multiply(blocks.inverse()).getTrace() / (cell.n() - 1);
  }
}
