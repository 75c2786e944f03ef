package dev.sweepline.simulator.truth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * A point in time on two clocks.
 *
 * @param wallMicros microseconds since the UNIX epoch
 * @param nanos of {@link System#nanoTime}, which on Linux is the machine's monotonic clock and so
 *     the same in every process
 */
public record Moment(long wallMicros, long nanos) {
  /** The present one. */
  public static Moment now() {
    return new Moment(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()), System.nanoTime());
  }

  /** The wall clock at another moment of the same process, in microseconds. */
  long wallMicrosAt(long otherNanos) {
    return wallMicros + TimeUnit.NANOSECONDS.toMicros(otherNanos - nanos);
  }
}
