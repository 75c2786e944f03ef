package dev.sweepline.runner.load;

import java.util.Arrays;

/** When the slots of a trace are due: nanoseconds after its first one, in order. */
public final class TraceTimes {
  private final long[] offsetsNs;

  /**
   * @param offsetsNs in any order, copied and sorted
   */
  public TraceTimes(long[] offsetsNs) {
    this.offsetsNs = offsetsNs.clone();
    Arrays.sort(this.offsetsNs);
  }

  /** How many. */
  public int size() {
    return offsetsNs.length;
  }

  /** Nanoseconds between the first and the last. */
  public long lengthNs() {
    return offsetsNs.length == 0 ? 0 : offsetsNs[offsetsNs.length - 1] - offsetsNs[0];
  }

  long offsetNs(int slot) {
    return offsetsNs[slot] - offsetsNs[0];
  }
}
