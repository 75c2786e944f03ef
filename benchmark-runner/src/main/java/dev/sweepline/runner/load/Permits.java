package dev.sweepline.runner.load;

import dev.sweepline.runner.client.RunClock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How many requests may be in flight at once. A limit of connections is the same: without
 * pipelining a connection carries one request, and one is opened only when none is idle.
 */
final class Permits {
  private static final long STOP_CHECK_MS = 20;

  private final @Nullable Semaphore free;
  private final RunClock clock;
  private final StopSignal stop;

  /**
   * @param limit null for none
   */
  Permits(@Nullable Integer limit, RunClock clock, StopSignal stop) {
    this.free = limit == null ? null : new Semaphore(limit);
    this.clock = clock;
    this.stop = stop;
  }

  /**
   * Waits for a permit.
   *
   * @param scheduledUs when the request was due
   * @return when it was free, microseconds on the run's clock; null when the run was stopped first
   */
  @Nullable Long acquire(long scheduledUs) throws InterruptedException {
    if (free == null || free.tryAcquire()) {
      return scheduledUs;
    }
    while (!stop.isRequested()) {
      if (free.tryAcquire(STOP_CHECK_MS, TimeUnit.MILLISECONDS)) {
        return clock.sinceStartUs();
      }
    }
    return null;
  }

  void release() {
    if (free != null) {
      free.release();
    }
  }
}
