package dev.sweepline.measure.stats;

import java.util.EnumMap;
import java.util.Map;

/** The statistics of a sample, which itself need not be kept. */
public final class Spread {
  private final long size;
  private final Map<Statistic, Double> figures = new EnumMap<>(Statistic.class);

  private Spread(Distribution distribution) {
    size = distribution.size();
    for (Statistic statistic : Statistic.values()) {
      figures.put(statistic, statistic.of(distribution));
    }
  }

  /** All statistics of a sample. */
  public static Spread of(Distribution distribution) {
    return new Spread(distribution);
  }

  /** How many values there were. */
  public long size() {
    return size;
  }

  /** A statistic, in the sample's unit; NaN of an empty sample. */
  public double figure(Statistic statistic) {
    return figures.getOrDefault(statistic, Double.NaN);
  }
}
