package dev.sweepline.runner.client;

import dev.sweepline.contract.Outcome;

/**
 * The time limit that a request meets next.
 *
 * @param atNs on the run's clock, {@link Timeouts#NONE} for never
 * @param outcome when it is reached
 * @param explanation one line
 */
record Deadline(long atNs, Outcome outcome, String explanation) {
  /** How far a request is. */
  enum Stage {
    /** Refused, and waiting to be sent again. */
    BETWEEN_ATTEMPTS,
    BEFORE_FIRST_TOKEN,
    STREAMING
  }

  /**
   * The next limit.
   *
   * @param sentNs when it was sent first
   * @param sinceNs when it was sent last, or when its last event came
   */
  static Deadline next(Timeouts timeouts, long sentNs, long sinceNs, Stage stage) {
    Deadline total =
        new Deadline(
            after(sentNs, timeouts.totalNs()),
            Outcome.TOTAL_TIMEOUT,
            "not ended within the total time limit");
    if (stage == Stage.BETWEEN_ATTEMPTS) {
      return total;
    }
    Deadline progress =
        stage == Stage.STREAMING
            ? new Deadline(
                after(sinceNs, timeouts.idleNs()),
                Outcome.IDLE_TIMEOUT,
                "no event within the idle time limit")
            : new Deadline(
                after(sinceNs, timeouts.firstTokenNs()),
                Outcome.FIRST_TOKEN_TIMEOUT,
                "no token within the first-token time limit");
    return progress.atNs <= total.atNs && progress.atNs != Timeouts.NONE ? progress : total;
  }

  private static long after(long startNs, long limitNs) {
    return limitNs == Timeouts.NONE ? Timeouts.NONE : startNs + limitNs;
  }
}
