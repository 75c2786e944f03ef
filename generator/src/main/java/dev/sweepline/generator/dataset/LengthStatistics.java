package dev.sweepline.generator.dataset;

import dev.sweepline.contract.DatasetManifest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Lengths of a dataset, sorted. */
final class LengthStatistics {
  private final int[] sorted;

  private LengthStatistics(int[] sorted) {
    this.sorted = sorted;
  }

  /** Of at least one length. */
  static LengthStatistics of(IntStream lengths) {
    int[] sorted = lengths.sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no lengths");
    }
    return new LengthStatistics(sorted);
  }

  DatasetManifest.Lengths lengths() {
    return new DatasetManifest.Lengths(
        sorted[0],
        oneDecimal(Arrays.stream(sorted).average().orElseThrow()),
        oneDecimal(percentile(0.50)),
        oneDecimal(percentile(0.95)),
        sorted[sorted.length - 1],
        histogram());
  }

  /** Linear interpolation between neighbours. */
  private double percentile(double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /** Tenths are all that an estimate is worth, and are written alike by every JDK. */
  private static double oneDecimal(double value) {
    return Math.round(value * 10) / 10.0;
  }

  /** Buckets that double in width, from the power of two at or below the smallest length. */
  private List<DatasetManifest.Bucket> histogram() {
    List<DatasetManifest.Bucket> buckets = new ArrayList<>();
    int from = Integer.highestOneBit(Math.max(1, sorted[0]));
    int index = 0;
    while (index < sorted.length) {
      int to = from * 2;
      int start = index;
      while (index < sorted.length && sorted[index] < to) {
        index++;
      }
      buckets.add(new DatasetManifest.Bucket(from, to, index - start));
      from = to;
    }
    return buckets;
  }
}
