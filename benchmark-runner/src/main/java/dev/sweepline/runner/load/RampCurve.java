package dev.sweepline.runner.load;

import dev.sweepline.contract.Load;
import java.util.Objects;

/**
 * A rate that changes evenly over time and then stays. With from a, to b and length T, the arrivals
 * until t are a t + (b - a) t² / 2T; the root of that is written so that it holds for a = b too and
 * loses no digits for a small a.
 *
 * @param from requests per second
 * @param to likewise
 * @param seconds of the change
 */
record RampCurve(double from, double to, double seconds) implements RateCurve {
  static RampCurve of(Load load) {
    return new RampCurve(
        Objects.requireNonNull(load.rampFrom(), "ramp_from"),
        Objects.requireNonNull(load.rampTo(), "ramp_to"),
        Objects.requireNonNull(load.rampS(), "ramp_s"));
  }

  /** Arrivals while the rate changes. */
  double arrivals() {
    return (from + to) / 2 * seconds;
  }

  @Override
  public long nanosAt(double arrivals) {
    double within = Math.min(arrivals, arrivals());
    double beyond = arrivals - within;
    if (beyond > 0 && to == 0) {
      return ArrivalSchedule.NEVER;
    }
    double discriminant = Math.max(0, from * from + 2 * (to - from) / seconds * within);
    double rise = within == 0 ? 0 : 2 * within / (from + Math.sqrt(discriminant));
    double stay = beyond == 0 ? 0 : beyond / to;
    return Math.round((rise + stay) * NANOS_PER_SECOND);
  }
}
