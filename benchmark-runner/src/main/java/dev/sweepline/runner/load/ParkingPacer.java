package dev.sweepline.runner.load;

import dev.sweepline.runner.client.RunClock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Parks until shortly before the moment and spins the rest: a parked thread wakes some 50 µs late,
 * which then costs nothing. Being late is not corrected; the record shows it.
 */
final class ParkingPacer implements Pacer {
  private static final long SPIN_NS = TimeUnit.MICROSECONDS.toNanos(60);

  private final RunClock clock;
  private final StopSignal stop;

  ParkingPacer(RunClock clock, StopSignal stop) {
    this.clock = clock;
    this.stop = stop;
    Thread waiting = Thread.currentThread();
    stop.onRequest(() -> LockSupport.unpark(waiting));
  }

  @Override
  public boolean await(long dueNs) {
    while (!stop.isRequested()) {
      long remainingNs = dueNs - clock.sinceStartNs();
      if (remainingNs <= 0) {
        return true;
      }
      if (remainingNs > SPIN_NS) {
        LockSupport.parkNanos(this, remainingNs - SPIN_NS);
      } else {
        Thread.onSpinWait();
      }
    }
    return false;
  }
}
