package dev.sweepline.simulator.engine;

/**
 * How long a step of an engine takes: {@code base + perSequence × sequences + perToken × tokens}.
 *
 * @param baseNanos for any step
 * @param perSequenceNanos for each sequence of the batch
 * @param perTokenNanos for each token that the step computes
 */
public record StepCost(double baseNanos, double perSequenceNanos, double perTokenNanos) {
  /** The same server, slower by {@code factor}. */
  public StepCost times(double factor) {
    return new StepCost(baseNanos * factor, perSequenceNanos * factor, perTokenNanos * factor);
  }

  /** Nanoseconds of one step. */
  public long nanos(int sequences, int tokens) {
    return Math.round(baseNanos + perSequenceNanos * sequences + perTokenNanos * tokens);
  }
}
