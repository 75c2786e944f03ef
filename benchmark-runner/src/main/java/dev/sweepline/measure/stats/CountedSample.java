package dev.sweepline.measure.stats;

import dev.sweepline.measure.store.CountMap;
import java.util.Arrays;

/** A sample of many equal values: each once, with how many there are up to it. */
public final class CountedSample implements Distribution {
  private final long[] values;
  private final long[] upTo;
  private final long sum;

  private CountedSample(long[] values, long[] upTo, long sum) {
    this.values = values;
    this.upTo = upTo;
    this.sum = sum;
  }

  /** The keys of a map, each as often as it was counted. */
  public static CountedSample of(CountMap counts) {
    long[] values = counts.sortedKeys();
    long[] upTo = new long[values.length];
    long seen = 0;
    long sum = 0;
    for (int i = 0; i < values.length; i++) {
      long count = counts.count(values[i]);
      seen += count;
      sum += values[i] * count;
      upTo[i] = seen;
    }
    return new CountedSample(values, upTo, sum);
  }

  @Override
  public long size() {
    return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
  }

  @Override
  public long at(long rank) {
    int place = Arrays.binarySearch(upTo, rank + 1);
    return values[place >= 0 ? place : -place - 1];
  }

  @Override
  public double mean() {
    return (double) sum / size();
  }
}
