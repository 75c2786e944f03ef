package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Sequence;
import java.util.Optional;

/**
 * Two halves of a run, compared over the means of {@link Blocks}.
 *
 * @param firstUs mean of the first half's block means
 * @param secondUs likewise
 * @param t difference over its standard error; infinite when the blocks of a half do not vary
 */
record Halves(double firstUs, double secondUs, double t) {
  private static final int HALF = Blocks.COUNT / 2;

  /** The halves of a sequence; empty when it is too short for blocks. */
  static Optional<Halves> of(Sequence sequence) {
    return Blocks.of(sequence).map(Halves::of);
  }

  private static Halves of(Blocks blocks) {
    Blocks first = blocks.part(0, HALF);
    Blocks second = blocks.part(HALF, Blocks.COUNT);
    double variance = (first.sumOfSquares() + second.sumOfSquares()) / (Blocks.COUNT - 2);
    double error = Math.sqrt(variance * 2 / HALF);
    return new Halves(first.mean(), second.mean(), Math.abs(second.mean() - first.mean()) / error);
  }

  /** Their difference as a share of the first. */
  double difference() {
    return Math.abs(secondUs - firstUs) / firstUs;
  }
}
