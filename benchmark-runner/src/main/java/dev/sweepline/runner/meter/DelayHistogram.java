package dev.sweepline.runner.meter;

import dev.sweepline.contract.Delays;
import dev.sweepline.contract.Delays.DelayCount;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Gathers delays, microseconds, to three digits. Used by one thread at a time. */
public final class DelayHistogram {
  private static final int DIGITS = 3;
  private static final long[] BOUNDS_US = {
    50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 1_000_000
  };

  private final Histogram valuesUs;

  /** An empty one. */
  public DelayHistogram() {
    this(new Histogram(DIGITS));
  }

  DelayHistogram(Histogram valuesUs) {
    this.valuesUs = valuesUs;
  }

  /** Adds a delay; one below 0 counts as 0. */
  public void add(long us) {
    valuesUs.recordValue(Math.max(0, us));
  }

  void addAll(Histogram others) {
    valuesUs.add(others);
  }

  /** What was gathered; null when nothing was. */
  public @Nullable Delays delays() {
    return valuesUs.getTotalCount() == 0
        ? null
        : new Delays(
            quantile(50),
            quantile(99),
            valuesUs.getMaxValue(),
            quantile(90),
            quantile(99.9),
            valuesUs.getTotalCount(),
            counts());
  }

  private double quantile(double percent) {
    return valuesUs.getValueAtPercentile(percent);
  }

  /** Up to the bucket of the largest value. */
  private List<DelayCount> counts() {
    List<DelayCount> counts = new ArrayList<>();
    long left = valuesUs.getTotalCount();
    long from = 0;
    for (int i = 0; left > 0 && i < BOUNDS_US.length; i++) {
      long count = Math.min(left, valuesUs.getCountBetweenValues(from, BOUNDS_US[i]));
      counts.add(new DelayCount(BOUNDS_US[i], count));
      left -= count;
      from = BOUNDS_US[i] + 1;
    }
    if (left > 0) {
      counts.add(new DelayCount(null, left));
    }
    return counts;
  }
}
