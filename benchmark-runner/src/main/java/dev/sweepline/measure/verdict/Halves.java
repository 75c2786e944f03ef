package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Sequence;
import java.util.Arrays;
import java.util.Optional;

/**
 * Two halves of a run, compared over the means of blocks: neighbouring requests depend on each
 * other, blocks hardly do.
 *
 * @param firstUs mean of the first half's block means
 * @param secondUs likewise
 * @param t difference over its standard error; infinite when the blocks of a half do not vary
 */
record Halves(double firstUs, double secondUs, double t) {
  static final int BLOCKS = 10;
  static final int LEAST_IN_BLOCK = 5;
  static final double DIFFERENCE = 0.1;
  static final double T = 4.5;

  private static final int HALF = BLOCKS / 2;

  /** The halves of a sequence; empty when it is too short for blocks. */
  static Optional<Halves> of(Sequence sequence) {
    if (sequence.size() < (long) BLOCKS * LEAST_IN_BLOCK) {
      return Optional.empty();
    }
    double[] means = new double[BLOCKS];
    for (int block = 0; block < BLOCKS; block++) {
      means[block] = sequence.part((double) block / BLOCKS, (block + 1.0) / BLOCKS).mean();
    }
    double[] first = Arrays.copyOf(means, HALF);
    double[] second = Arrays.copyOfRange(means, HALF, BLOCKS);
    double variance = (squares(first) + squares(second)) / (BLOCKS - 2);
    double error = Math.sqrt(variance * 2 / HALF);
    return Optional.of(
        new Halves(mean(first), mean(second), Math.abs(mean(second) - mean(first)) / error));
  }

  /** Whether they differ by more than chance and by enough to matter. */
  boolean differ() {
    return Math.abs(secondUs - firstUs) > DIFFERENCE * firstUs && t > T;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double squares(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
  }
}
