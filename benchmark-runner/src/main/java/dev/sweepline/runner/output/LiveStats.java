package dev.sweepline.runner.output;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What the progress line shows: figures of the run so far, approximate. Thread-safe. */
public final class LiveStats {
  private static final int DIGITS = 2;

  private final Histogram ttftUs = new Histogram(DIGITS);
  private int ended;
  private int failed;
  private int warmups;
  private long firstSentUs = Long.MAX_VALUE;
  private long lastSentUs;
  private int sent;

  /**
   * A moment's figures.
   *
   * @param ended measured requests that have ended
   * @param failed of them
   * @param warmups warm-up requests that have ended
   * @param sentPerSecond rate at which the ended ones were sent; NaN when unknown
   * @param ttftP50Ms from the due time; NaN when unknown
   * @param ttftP95Ms likewise
   */
  record Snapshot(
      int ended,
      int failed,
      int warmups,
      double sentPerSecond,
      double ttftP50Ms,
      double ttftP95Ms) {}

  /** Adds an ended request. */
  public synchronized void add(RequestRecord record) {
    if (record.phase() != Phase.MEASURE) {
      warmups++;
      return;
    }
    ended++;
    if (!record.outcome().isSuccess()) {
      failed++;
    } else if (record.firstTokenUs() != null) {
      ttftUs.recordValue(record.firstTokenUs() - record.scheduledUs());
    }
    if (record.sentUs() != null) {
      sent++;
      firstSentUs = Math.min(firstSentUs, record.sentUs());
      lastSentUs = Math.max(lastSentUs, record.sentUs());
    }
  }

  /**
   * The progress line.
   *
   * @param load what is asked for
   * @param inFlight requests now
   * @param elapsedNs since the run's start
   */
  public String line(Load load, int inFlight, long elapsedNs) {
    return ProgressLine.of(
        load, snapshot(), inFlight, elapsedNs / (double) TimeUnit.SECONDS.toNanos(1));
  }

  synchronized Snapshot snapshot() {
    boolean known = ttftUs.getTotalCount() > 0;
    double spanS = (lastSentUs - firstSentUs) / (double) TimeUnit.SECONDS.toMicros(1);
    return new Snapshot(
        ended,
        failed,
        warmups,
        sent > 1 && spanS > 0 ? (sent - 1) / spanS : Double.NaN,
        known ? millis(ttftUs.getValueAtPercentile(50)) : Double.NaN,
        known ? millis(ttftUs.getValueAtPercentile(95)) : Double.NaN);
  }

  private static double millis(long micros) {
    return micros / (double) TimeUnit.MILLISECONDS.toMicros(1);
  }
}
