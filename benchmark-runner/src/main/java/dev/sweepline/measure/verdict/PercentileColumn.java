package dev.sweepline.measure.verdict;

/**
 * A percentile that is told of a run.
 *
 * @param column its metric column
 * @param fraction the quantile, 0 to 1
 * @param samples how many values it rests on
 */
public record PercentileColumn(String column, double fraction, long samples) {
  /** How many values lie beyond it on average. */
  double expectedBeyond() {
    return samples - samples * fraction;
  }
}
