package dev.sweepline.runner.load;

import dev.sweepline.contract.Load.Arrival;
import dev.sweepline.contract.RequestRate;

/**
 * When the slots of an open load are due, nanoseconds after its start, in order. A pure sequence:
 * slot i follows from rate, arrival and seed alone.
 */
interface ArrivalSchedule {
  double NANOS_PER_SECOND = 1e9;

  /** When the next slot is due; never before the one before it. */
  long nextNs();

  /** The schedule of a rate. */
  static ArrivalSchedule of(RequestRate rate, Arrival arrival, long seed) {
    if (rate.isInfinite()) {
      return () -> 0;
    }
    double gapNs = NANOS_PER_SECOND / rate.perSecond();
    return switch (arrival) {
      case CONSTANT -> new ConstantArrivals(gapNs);
      case POISSON, GAMMA -> new PoissonArrivals(gapNs, seed);
    };
  }
}
