package dev.sweepline.analytics.comparison;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A configuration at a load, by two metrics.
 *
 * @param load the load point
 * @param configuration settings that vary and their values
 * @param x mean of the first metric
 * @param y mean of the second one
 * @param state what is certain of it
 * @param onLine whether no other point seen is better in both
 * @param p how likely the surest dominance of another point is by chance
 * @param by that point; null when it is the only one
 */
public record ParetoPoint(
    String load,
    Configuration configuration,
    double x,
    double y,
    State state,
    boolean onLine,
    double p,
    @Nullable Dominator by) {
  /**
   * Another point.
   *
   * @param load the load point
   * @param configuration settings that vary and their values
   */
  public record Dominator(String load, Configuration configuration) {}

  /** What may be said of a point. */
  public enum State {
    /** Some other point is better in both. */
    DOMINATED,
    /** Every other point is worse in one of them. */
    ON_THE_FRONT,
    /** On the line as seen, but another point may be better in both. */
    POSSIBLY_DOMINATED,
    /** Off the line as seen, but that may be chance. */
    POSSIBLY_ON_THE_FRONT;

    /** As reports have it: {@code on the front}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
