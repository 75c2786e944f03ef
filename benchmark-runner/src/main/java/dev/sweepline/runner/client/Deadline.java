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
  static Deadline next(Timeouts timeouts, long sentNs, long lastEventNs, boolean streaming) {
    Deadline total =
        new Deadline(
            after(sentNs, timeouts.totalNs()),
            Outcome.TOTAL_TIMEOUT,
            "not ended within the total time limit");
    Deadline progress =
        streaming
            ? new Deadline(
                after(lastEventNs, timeouts.idleNs()),
                Outcome.IDLE_TIMEOUT,
                "no event within the idle time limit")
            : new Deadline(
                after(sentNs, timeouts.firstTokenNs()),
                Outcome.FIRST_TOKEN_TIMEOUT,
                "no token within the first-token time limit");
    return progress.atNs <= total.atNs && progress.atNs != Timeouts.NONE ? progress : total;
  }

  private static long after(long startNs, long limitNs) {
    return limitNs == Timeouts.NONE ? Timeouts.NONE : startNs + limitNs;
  }
}
