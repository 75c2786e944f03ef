package dev.sweepline.analytics.comparison;

import org.jspecify.annotations.Nullable;

/**
 * How much the effect of one setting changes with another.
 *
 * @param load the load point
 * @param first a parameter and its value
 * @param second another one, or the load or dataset, and its value
 * @param strata differences of differences behind it
 * @param fewestStarts of its four corners
 * @param effect ratio of ratios, or difference of differences
 * @param interval95 of it; null without a start variance
 * @param p two-sided, of this one alone; null likewise
 * @param pHolm adjusted for all interactions of the metric; null likewise
 * @param seen whether it is there: p below the level, and two starts or more in each corner
 * @param detectable smallest one that would be found in 80 %; null without a start variance
 */
public record Interaction(
    String load,
    Setting first,
    Setting second,
    int strata,
    int fewestStarts,
    double effect,
    @Nullable Interval interval95,
    @Nullable Double p,
    @Nullable Double pHolm,
    boolean seen,
    @Nullable Double detectable) {
  /**
   * A parameter at a value.
   *
   * @param parameter its column, {@code load} or {@code dataset}
   * @param value of it
   */
  public record Setting(String parameter, String value) {
    @Override
    public String toString() {
      return parameter + " " + value;
    }
  }
}
