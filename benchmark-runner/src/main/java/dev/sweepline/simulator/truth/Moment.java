package dev.sweepline.simulator.truth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

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
}
