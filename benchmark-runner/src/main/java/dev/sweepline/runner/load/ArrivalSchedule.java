package dev.sweepline.runner.load;

import dev.sweepline.contract.Load;
import java.util.Objects;

/**
 * When the slots of an open load are due, nanoseconds after its start, in order. A pure sequence:
 * slot i follows from the load alone.
 */
@FunctionalInterface
interface ArrivalSchedule {
  /** No further slot. */
  long NEVER = Long.MAX_VALUE;

  /**
   * When the next slot is due, never before the one before it; {@link #NEVER} when none is left.
   */
  long nextNs();

  /** The schedule of a load, from its beginning. */
  static ArrivalSchedule of(LoadPoint point) {
    TraceTimes trace = point.trace();
    return trace == null ? of(point.load()) : new TraceArrivals(trace);
  }

  private static ArrivalSchedule of(Load load) {
    return new CurvedArrivals(
        UnitArrivals.of(
            Objects.requireNonNull(load.arrival(), "arrival"), load.burstiness(), load.seed()),
        RateCurve.of(load));
  }
}
