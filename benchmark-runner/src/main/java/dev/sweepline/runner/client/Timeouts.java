package dev.sweepline.runner.client;

import dev.sweepline.contract.Load;
import org.jspecify.annotations.Nullable;

/**
 * How long a request may take, in nanoseconds; {@link #NONE} for no limit. Without a stream nothing
 * is seen of tokens, so only the first and the last limit apply.
 *
 * @param connectNs to get a connection
 * @param firstTokenNs from sending to the first token
 * @param idleNs between events, from the first token on
 * @param totalNs from sending to the end
 */
record Timeouts(long connectNs, long firstTokenNs, long idleNs, long totalNs) {
  static final long NONE = Long.MAX_VALUE;
  private static final double NANOS_PER_SECOND = 1e9;

  static Timeouts of(Load load) {
    boolean streamed = AnswerForm.of(load) == AnswerForm.STREAM;
    return new Timeouts(
        nanos(load.connectTimeoutS()),
        streamed ? nanos(load.firstTokenTimeoutS()) : NONE,
        streamed ? nanos(load.idleTimeoutS()) : NONE,
        nanos(load.totalTimeoutS()));
  }

  private static long nanos(@Nullable Double seconds) {
    return seconds == null ? NONE : Math.round(seconds * NANOS_PER_SECOND);
  }
}
