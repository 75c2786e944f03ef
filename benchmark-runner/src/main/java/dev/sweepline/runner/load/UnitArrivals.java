package dev.sweepline.runner.load;

import dev.sweepline.contract.Load.Arrival;
import org.jspecify.annotations.Nullable;

/**
 * Arrivals at a rate of one in a unit of time, in order. The sums have a relative error of about
 * 1e-16 a step, far below a nanosecond over any run.
 */
@FunctionalInterface
interface UnitArrivals {
  /** The time of the next one. */
  double next();

  /**
   * The arrivals of a kind.
   *
   * @param burstiness shape of the gamma distribution, for {@link Arrival#GAMMA} alone; null for 1
   */
  static UnitArrivals of(Arrival arrival, @Nullable Double burstiness, long seed) {
    return switch (arrival) {
      case CONSTANT -> new EvenArrivals();
      case POISSON -> new PoissonArrivals(seed);
      case GAMMA -> new GammaArrivals(burstiness == null ? 1 : burstiness, seed);
    };
  }
}
