package dev.sweepline.simulator.truth;

import org.jspecify.annotations.Nullable;

/** Gathers the truth of one request while it is served. Used by one thread at a time. */
public final class RequestTruth {
  private final TruthLog log;
  private final String requestId;
  private final long arrival;
  private final String endpoint;
  private final Moment read;
  private final int promptTokens;
  private @Nullable Moment first;
  private @Nullable Moment last;
  private int tokens;

  /**
   * @param log that gets the line in the end
   * @param arrival number in the order of arrival, from 0
   */
  public RequestTruth(
      TruthLog log,
      String requestId,
      long arrival,
      String endpoint,
      Moment read,
      int promptTokens) {
    this.log = log;
    this.requestId = requestId;
    this.arrival = arrival;
    this.endpoint = endpoint;
    this.read = read;
    this.promptTokens = promptTokens;
  }

  /** To be called just before tokens are written. */
  public void writing(int count) {
    if (count == 0) {
      return;
    }
    Moment now = Moment.now();
    first = first == null ? now : first;
    last = now;
    tokens += count;
  }

  /** The request is over. */
  public void ended(String outcome) {
    log.add(
        new TruthLine(
            requestId,
            arrival,
            endpoint,
            read.wallMicros(),
            read.nanos(),
            first == null ? null : first.wallMicros(),
            first == null ? null : first.nanos(),
            last == null ? null : last.wallMicros(),
            last == null ? null : last.nanos(),
            promptTokens,
            tokens,
            outcome));
  }
}
