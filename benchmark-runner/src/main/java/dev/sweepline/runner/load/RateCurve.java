package dev.sweepline.runner.load;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.RequestRate;

/** The inverse of a rate that was integrated over time. */
@FunctionalInterface
interface RateCurve {
  double NANOS_PER_SECOND = 1e9;

  /**
   * When so many arrivals are expected to have come, nanoseconds; {@link ArrivalSchedule#NEVER}
   * when they never do.
   */
  long nanosAt(double arrivals);

  /** The curve of a load that has a rate or a ramp. */
  static RateCurve of(Load load) {
    RequestRate rate = load.rate();
    if (rate == null) {
      return RampCurve.of(load);
    }
    if (rate.isInfinite()) {
      return arrivals -> 0;
    }
    double gapNs = NANOS_PER_SECOND / rate.perSecond();
    return arrivals -> Math.round(arrivals * gapNs);
  }
}
