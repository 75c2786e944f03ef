package dev.sweepline.simulator;

import java.time.Duration;

/** Durations from the decimal numbers of options. */
final class Seconds {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  private Seconds() {}

  static Duration of(double seconds) {
    return Duration.ofNanos(Math.round(seconds * NANOS_PER_SECOND));
  }

  static Duration ofMillis(double millis) {
    return Duration.ofNanos(Math.round(millis * NANOS_PER_MILLI));
  }
}
