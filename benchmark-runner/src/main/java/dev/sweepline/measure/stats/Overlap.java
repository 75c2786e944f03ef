package dev.sweepline.measure.stats;

/** How many of a set of half-open intervals overlap at each time. */
public final class Overlap {
  private final SortedSample starts;
  private final SortedSample ends;

  private Overlap(SortedSample starts, SortedSample ends) {
    this.starts = starts;
    this.ends = ends;
  }

  /** Of the first {@code length} intervals; one that is empty counts nowhere. */
  public static Overlap of(long[] starts, long[] ends, int length) {
    long[] from = new long[length];
    long[] to = new long[length];
    int kept = 0;
    for (int i = 0; i < length; i++) {
      if (starts[i] < ends[i]) {
        from[kept] = starts[i];
        to[kept++] = ends[i];
      }
    }
    return new Overlap(SortedSample.of(from, kept), SortedSample.of(to, kept));
  }

  /** The most at once; exact. */
  public long peak() {
    long peak = 0;
    long ended = 0;
    for (long begun = 1; begun <= starts.size(); begun++) {
      while (ends.at(ended) <= starts.at(begun - 1)) {
        ended++;
      }
      peak = Math.max(peak, begun - ended);
    }
    return peak;
  }

  /** How many there are at one time. */
  public long at(long time) {
    return starts.countUpTo(time) - ends.countUpTo(time);
  }

  /** The mean over the time from {@code lo} to {@code hi}; NaN for no time. */
  public double mean(long lo, long hi) {
    long covered = 0;
    for (long i = 0; i < starts.size(); i++) {
      covered += clip(ends.at(i), lo, hi) - clip(starts.at(i), lo, hi);
    }
    return hi > lo ? (double) covered / (hi - lo) : Double.NaN;
  }

  private static long clip(long time, long lo, long hi) {
    return Math.max(lo, Math.min(hi, time));
  }
}
