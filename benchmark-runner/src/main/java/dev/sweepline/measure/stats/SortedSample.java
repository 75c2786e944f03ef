package dev.sweepline.measure.stats;

import java.util.Arrays;

/** A sample held value by value. */
public final class SortedSample implements Distribution {
  private final long[] values;

  private SortedSample(long[] values) {
    this.values = values;
  }

  /** The first {@code length} values of an array, in any order; copied. */
  public static SortedSample of(long[] values, int length) {
    long[] sorted = Arrays.copyOf(values, length);
    Arrays.sort(sorted);
    return new SortedSample(sorted);
  }

  @Override
  public long size() {
    return values.length;
  }

  @Override
  public long at(long rank) {
    return values[Math.toIntExact(rank)];
  }

  /** How many values are at most so large. */
  public long countUpTo(long most) {
    int low = 0;
    int high = values.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] <= most) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Summed as whole numbers, so that no order of the values changes a bit of it. */
  @Override
  public double mean() {
    return (double) Arrays.stream(values).sum() / values.length;
  }
}
