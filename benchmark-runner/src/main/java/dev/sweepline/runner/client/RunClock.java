package dev.sweepline.runner.client;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The run's clock: monotonic nanoseconds and microseconds since its start. */
public final class RunClock {
  private final LongSupplier nanoTime;
  private final long startNs;

  /**
   * Starts now.
   *
   * @param nanoTime a monotonic clock
   */
  public RunClock(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.startNs = nanoTime.getAsLong();
  }

  /** The monotonic clock at the start, nanoseconds. */
  public long startNs() {
    return startNs;
  }

  /** Nanoseconds since the start. */
  public long sinceStartNs() {
    return nanoTime.getAsLong() - startNs;
  }

  /** Microseconds since the start, rounded down. */
  public long sinceStartUs() {
    return micros(sinceStartNs());
  }

  static long micros(long nanos) {
    return TimeUnit.NANOSECONDS.toMicros(nanos);
  }
}
