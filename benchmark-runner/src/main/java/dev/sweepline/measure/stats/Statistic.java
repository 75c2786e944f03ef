package dev.sweepline.measure.stats;

import org.jspecify.annotations.Nullable;

/** The figures that are told of every latency. */
public enum Statistic {
  MEAN("mean", "mean", null),
  P50("p50", "median", 0.5),
  P90("p90", "90th percentile", 0.9),
  P95("p95", "95th percentile", 0.95),
  P99("p99", "99th percentile", 0.99),
  MAX("max", "largest value", null);

  private final String suffix;
  private final String phrase;
  private final @Nullable Double fraction;

  Statistic(String suffix, String phrase, @Nullable Double fraction) {
    this.suffix = suffix;
    this.phrase = phrase;
    this.fraction = fraction;
  }

  /** The end of a column's name. */
  public String suffix() {
    return suffix;
  }

  /** In words. */
  public String phrase() {
    return phrase;
  }

  /** The quantile that it is; null when it is none. */
  public @Nullable Double fraction() {
    return fraction;
  }

  double of(Distribution distribution) {
    if (fraction != null) {
      return distribution.quantile(fraction);
    }
    return this == MEAN ? distribution.mean() : distribution.max();
  }
}
