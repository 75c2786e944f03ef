package dev.sweepline.analytics.comparison;

import org.jspecify.annotations.Nullable;

/**
 * One value of the parameter at one load point.
 *
 * @param load the load point
 * @param value of the parameter
 * @param runs that take part
 * @param experiments among them
 * @param leftOut runs with this value that do not take part
 * @param mean of the metric over the runs; null without runs
 * @param sd standard deviation over the runs; null with fewer than two
 * @param prefixHitRate mean share of prompt tokens that came from the prefix cache; null when no
 *     run tells it
 * @param effect against the reference; null for the reference itself and without runs
 */
public record ValueSummary(
    String load,
    String value,
    int runs,
    int experiments,
    int leftOut,
    @Nullable Double mean,
    @Nullable Double sd,
    @Nullable Double prefixHitRate,
    @Nullable Effect effect) {
  private static final double HIT_RATES_DIFFER = 0.1;

  /**
   * Whether the prompts of the two were cached so differently that the effect may be that: the
   * verdict {@code prefix_cache_differs} of a comparison.
   */
  public boolean isCachedOtherThan(ValueSummary reference) {
    Double own = prefixHitRate;
    Double other = reference.prefixHitRate;
    return own != null && other != null && Math.abs(own - other) > HIT_RATES_DIFFER;
  }
}
