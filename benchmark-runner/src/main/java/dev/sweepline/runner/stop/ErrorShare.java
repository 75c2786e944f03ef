package dev.sweepline.runner.stop;

import dev.sweepline.contract.Outcome;
import java.util.BitSet;
import java.util.Optional;

/** The share of failures among the last requests that ended. */
final class ErrorShare {
  static final int WINDOW = 100;
  static final int LEAST = 20;

  private final double most;
  private final BitSet failed = new BitSet(WINDOW);
  private int ended;

  /**
   * @param most 0 to 1
   */
  ErrorShare(double most) {
    this.most = most;
  }

  /** Adds a request that ended; says why to stop, when there are too many failures. */
  Optional<String> add(Outcome outcome) {
    if (!outcome.isAttempted() || outcome == Outcome.CANCELLED) {
      return Optional.empty();
    }
    failed.set(ended % WINDOW, !outcome.isSuccess());
    ended++;
    int seen = Math.min(ended, WINDOW);
    int failures = failed.cardinality();
    return seen >= LEAST && failures > most * seen
        ? Optional.of("%d of its last %d requests failed".formatted(failures, seen))
        : Optional.empty();
  }
}
