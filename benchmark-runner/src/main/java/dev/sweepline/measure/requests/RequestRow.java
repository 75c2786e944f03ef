package dev.sweepline.measure.requests;

import dev.sweepline.contract.Outcome;

/**
 * One attempted measured request, as far as figures need it. A row may be a cursor that holds the
 * next request after each step, so nothing outside may keep it. Times are microseconds since the
 * run's start, or {@link #NONE}.
 */
public final class RequestRow {
  /** No such time or value. */
  public static final long NONE = Long.MIN_VALUE;

  Outcome outcome = Outcome.NOT_SENT;
  long index;
  long scheduledUs;
  long admittedUs = NONE;
  long sentUs = NONE;
  long firstTokenUs = NONE;
  long lastTokenUs = NONE;
  long endUs;
  long outputTokens = NONE;
  long medianGapUs = NONE;

  RequestRow() {}

  /** The present request, to keep. */
  RequestRow copy() {
    RequestRow copy = new RequestRow();
    copy.outcome = outcome;
    copy.index = index;
    copy.scheduledUs = scheduledUs;
    copy.admittedUs = admittedUs;
    copy.sentUs = sentUs;
    copy.firstTokenUs = firstTokenUs;
    copy.lastTokenUs = lastTokenUs;
    copy.endUs = endUs;
    copy.outputTokens = outputTokens;
    copy.medianGapUs = medianGapUs;
    return copy;
  }

  /** How it ended. */
  public Outcome outcome() {
    return outcome;
  }

  /** Whether it ended well. */
  public boolean isSuccess() {
    return outcome.isSuccess();
  }

  /** Place in the order of dispatch. */
  public long index() {
    return index;
  }

  /** When it was due. */
  public long scheduledUs() {
    return scheduledUs;
  }

  /** When a permit was free; the due time where nothing is known. */
  public long admittedUs() {
    return admittedUs == NONE ? scheduledUs : admittedUs;
  }

  /** When it was sent; {@link #NONE} where that was not recorded. */
  public long sentUs() {
    return sentUs;
  }

  /** When it left as far as is known: sent, else due. */
  public long dispatchUs() {
    return sentUs == NONE ? scheduledUs : sentUs;
  }

  /** Arrival of the first token. */
  public long firstTokenUs() {
    return firstTokenUs;
  }

  /** Arrival of the last token. */
  public long lastTokenUs() {
    return lastTokenUs;
  }

  /** When its outcome was known. */
  public long endUs() {
    return endUs;
  }

  /** Tokens received. */
  public long outputTokens() {
    return outputTokens;
  }

  /** Median of its own gaps between token events. */
  public long medianGapUs() {
    return medianGapUs;
  }

  /** When it stopped to wait for a first token: that token, else its end. */
  public long waitedUntilUs() {
    return firstTokenUs == NONE ? endUs : firstTokenUs;
  }
}
