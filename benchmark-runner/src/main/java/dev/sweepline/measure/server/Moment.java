package dev.sweepline.measure.server;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/** What one engine said at one moment. */
final class Moment {
  /** By time; the values decide between two of one time, so that the order is always the same. */
  static final Comparator<Moment> ORDER =
      Comparator.comparingLong(Moment::atUs).thenComparing(Moment::compareValues);

  private final long atUs;
  private final EnumMap<Quantity, Double> values;

  /**
   * @param atUs since the run's start
   * @param values those that are known
   */
  Moment(long atUs, Map<Quantity, Double> values) {
    this.atUs = atUs;
    this.values = new EnumMap<>(Quantity.class);
    this.values.putAll(values);
  }

  long atUs() {
    return atUs;
  }

  /** NaN where unknown. */
  double of(Quantity quantity) {
    return values.getOrDefault(quantity, Double.NaN);
  }

  /** The moment with what was known before it where it does not tell itself. */
  Moment after(Moment before) {
    Moment known = new Moment(atUs, before.values);
    known.values.putAll(values);
    return known;
  }

  private static int compareValues(Moment one, Moment other) {
    int order = 0;
    for (Quantity quantity : Quantity.values()) {
      order = order == 0 ? Double.compare(one.of(quantity), other.of(quantity)) : order;
    }
    return order;
  }
}
