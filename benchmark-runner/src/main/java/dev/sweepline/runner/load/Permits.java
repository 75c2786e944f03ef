package dev.sweepline.runner.load;

import dev.sweepline.runner.client.RunClock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How many requests may be in flight at once. A limit of connections is the same: without
 * pipelining a connection carries one request, and one is opened only when none is idle. One thread
 * acquires, in the order of the schedule; any releases.
 */
final class Permits {
  private static final long STOP_CHECK_MS = 20;

  private final @Nullable Semaphore free;
  private final RunClock clock;
  private final StopSignal stop;
  private long freeSinceUs;

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
   * @return when one was free for it, microseconds on the run's clock: not before the request ahead
   *     of it had got one; null when the run was stopped first
   */
  @Nullable Long acquire(long scheduledUs) throws InterruptedException {
    if (free == null) {
      return scheduledUs;
    }
    boolean admitted = free.tryAcquire();
    while (!admitted && !stop.isRequested()) {
      admitted = free.tryAcquire(STOP_CHECK_MS, TimeUnit.MILLISECONDS);
      freeSinceUs = clock.sinceStartUs();
    }
    return admitted ? (Long) Math.max(scheduledUs, freeSinceUs) : null;
  }

  void release() {
    if (free != null) {
      free.release();
    }
  }
}
