package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The means of a run's tenths: neighbouring requests depend on each other, blocks hardly do.
 *
 * @param means in the order of dispatch, microseconds
 */
record Blocks(List<Double> means) {
  static final int COUNT = 10;

  /** Requests from which on there are blocks. */
  static final int LEAST_REQUESTS = 5 * COUNT;

  Blocks {
    means = List.copyOf(means);
  }

  /** The blocks of a sequence; empty when it is too short for them. */
  static Optional<Blocks> of(Sequence sequence) {
    return sequence.size() < LEAST_REQUESTS
        ? Optional.empty()
        : Optional.of(
            new Blocks(
                IntStream.range(0, COUNT).mapToObj(block -> mean(sequence, block)).toList()));
  }

  private static Double mean(Sequence sequence, int block) {
    return sequence.part((double) block / COUNT, (block + 1.0) / COUNT).mean();
  }

  /** Some of them, from one to before another. */
  Blocks part(int from, int to) {
    return new Blocks(means.subList(from, to));
  }

  double mean() {
    return means.stream().mapToDouble(Double::doubleValue).sum() / means.size();
  }

  /** Of the deviations from their mean. */
  double sumOfSquares() {
    double mean = mean();
    return means.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
  }

  /** Standard deviation of one of them. */
  double deviation() {
    return Math.sqrt(sumOfSquares() / (means.size() - 1));
  }
}
