package dev.sweepline.analytics.read;

import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The plain counts of a run's measured requests, for the columns that the original has.
 *
 * @param requests attempted
 * @param successes of them
 * @param outputTokens of the successes
 * @param firstDueUs when the first attempted one was due; null when none was recorded
 * @param lastEndUs when the last attempted one ended; null when none was recorded
 */
public record RunTotals(
    int requests,
    int successes,
    long outputTokens,
    @Nullable Long firstDueUs,
    @Nullable Long lastEndUs)
    implements Serializable {
  static final RunTotals NONE = new RunTotals(0, 0, 0, null, null);

  private static final double MICROS = 1e6;

  static RunTotals of(RequestRecord request) {
    if (request.phase() != Phase.MEASURE || !request.outcome().isAttempted()) {
      return NONE;
    }
    boolean success = request.outcome().isSuccess();
    Integer tokens = request.outputTokens();
    return new RunTotals(
        1,
        success ? 1 : 0,
        success && tokens != null ? tokens : 0,
        request.scheduledUs(),
        request.endUs());
  }

  static RunTotals unrecorded(int failures) {
    return new RunTotals(failures, 0, 0, null, null);
  }

  RunTotals plus(RunTotals other) {
    return new RunTotals(
        requests + other.requests,
        successes + other.successes,
        outputTokens + other.outputTokens,
        earlier(firstDueUs, other.firstDueUs),
        later(lastEndUs, other.lastEndUs));
  }

  private static @Nullable Long earlier(@Nullable Long a, @Nullable Long b) {
    return a == null || (b != null && b < a) ? b : a;
  }

  private static @Nullable Long later(@Nullable Long a, @Nullable Long b) {
    return a == null || (b != null && b > a) ? b : a;
  }

  /** Seconds from the first due time to the last end; null when nothing was recorded. */
  public @Nullable Double spanS() {
    return firstDueUs == null || lastEndUs == null
        ? null
        : (Double) ((lastEndUs - firstDueUs) / MICROS);
  }
}
