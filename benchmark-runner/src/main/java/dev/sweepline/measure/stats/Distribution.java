package dev.sweepline.measure.stats;

/**
 * A whole sample in ascending order. Figures of an empty one are NaN, so that every comparison with
 * them is false.
 */
public interface Distribution {
  /** How many values there are. */
  long size();

  /**
   * The value of a rank.
   *
   * @param rank from 0 to {@code size() - 1}
   */
  long at(long rank);

  /** The arithmetic mean. */
  double mean();

  /** Whether there is no value. */
  default boolean isEmpty() {
    return size() == 0;
  }

  /** The largest value. */
  default double max() {
    return isEmpty() ? Double.NaN : at(size() - 1);
  }

  /** The 0.5 quantile. */
  default double median() {
    return quantile(0.5);
  }

  /**
   * A quantile, linear between the two nearest ranks. The interpolation starts from the nearer
   * rank, as numpy's default method does, so that both round alike.
   *
   * @param fraction from 0 to 1
   */
  default double quantile(double fraction) {
    if (isEmpty()) {
      return Double.NaN;
    }
    double position = (size() - 1) * fraction;
    long rank = (long) position;
    double weight = position - rank;
    double lower = at(rank);
    double upper = at(Math.min(rank + 1, size() - 1));
    double step = upper - lower;
    return weight < 0.5 ? lower + step * weight : upper - step * (1 - weight);
  }
}
