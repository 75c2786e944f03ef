package dev.sweepline.simulator.pace;

/** Is told of tokens; called on the time model's loop only. */
@FunctionalInterface
public interface TokenListener {
  /**
   * Tokens are there.
   *
   * @param engine that made them
   * @param tokens at least 1; more when the loop was late
   */
  void emitted(int engine, int tokens);
}
