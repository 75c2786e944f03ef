package dev.sweepline.measure.server;

import java.util.Arrays;
import java.util.Comparator;

/** What one engine said at one moment. */
final class Moment {
  /** By time; the values decide between two of one time, so that the order is always the same. */
  static final Comparator<Moment> ORDER =
      Comparator.comparingLong(Moment::atUs)
          .thenComparing((one, other) -> Arrays.compare(one.values, other.values));

  private final long atUs;
  private final double[] values;

  /**
   * @param atUs since the run's start
   * @param values in the order of {@link Quantity}, NaN where unknown
   */
  Moment(long atUs, double[] values) {
    this.atUs = atUs;
    this.values = values;
  }

  long atUs() {
    return atUs;
  }

  /** NaN where unknown. */
  double of(Quantity quantity) {
    return values[quantity.ordinal()];
  }
}
