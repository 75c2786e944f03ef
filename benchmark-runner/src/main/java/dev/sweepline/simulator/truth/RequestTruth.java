package dev.sweepline.simulator.truth;

import org.jspecify.annotations.Nullable;

/** Gathers the truth of one request while it is served. Used by one thread at a time. */
public final class RequestTruth {
  private final TruthLog log;
  private final Subject subject;
  private long firstNanos;
  private long lastNanos;
  private int tokens;

  /**
   * @param log that gets the line in the end
   */
  public RequestTruth(TruthLog log, Subject subject) {
    this.log = log;
    this.subject = subject;
  }

  /** To be called just before tokens are written. */
  public void writing(int count) {
    if (count == 0) {
      return;
    }
    lastNanos = System.nanoTime();
    firstNanos = tokens == 0 ? lastNanos : firstNanos;
    tokens += count;
  }

  /** The request is over. */
  public void ended(String outcome) {
    log.add(
        new TruthLine(
            subject.requestId(),
            subject.arrival(),
            subject.endpoint(),
            subject.read().wallMicros(),
            subject.read().nanos(),
            wallMicros(firstNanos),
            nanos(firstNanos),
            wallMicros(lastNanos),
            nanos(lastNanos),
            subject.promptTokens(),
            tokens,
            outcome,
            subject.faults(),
            subject.run(),
            subject.runFactor()));
  }

  private @Nullable Long nanos(long moment) {
    return tokens == 0 ? null : (Long) moment;
  }

  private @Nullable Long wallMicros(long moment) {
    return tokens == 0 ? null : (Long) subject.read().wallMicrosAt(moment);
  }
}
