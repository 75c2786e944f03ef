package dev.sweepline.analytics.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An effect on the working scale.
 *
 * @param value of the contrast
 * @param error its standard error and degrees of freedom; null when no variance is known
 */
record Estimate(double value, @Nullable Uncertainty error) {
  /**
   * @param se standard error
   * @param df degrees of freedom
   */
  record Uncertainty(double se, double df) {
    Part part() {
      return new Part(se * se, df);
    }
  }

  /**
   * A share of a variance.
   *
   * @param df degrees of freedom of its estimate
   */
  record Part(double variance, double df) {}

  /**
   * @param parts variances that add up; null when one of them is unknown
   */
  static Estimate of(double value, @Nullable List<Part> parts) {
    double total = parts == null ? 0 : parts.stream().mapToDouble(Part::variance).sum();
    return parts == null || total <= 0
        ? new Estimate(value, null)
        : new Estimate(value, new Uncertainty(Math.sqrt(total), satterthwaite(parts, total)));
  }

  private static double satterthwaite(List<Part> parts, double total) {
    return parts.size() == 1
        ? parts.get(0).df()
        : total
            * total
            / parts.stream().mapToDouble(p -> p.variance() * p.variance() / p.df()).sum();
  }

  /** The interval that covers the true effect with the given probability; null without an error. */
  @Nullable Interval interval(double level) {
    Uncertainty known = error;
    if (known == null) {
      return null;
    }
    double half = Distributions.tQuantile((1 + level) / 2, known.df()) * known.se();
    return new Interval(value - half, value + half);
  }

  /** Two-sided p of no effect; null without an error. */
  @Nullable Double p() {
    Uncertainty known = error;
    return known == null ? null : (Double) Distributions.tTwoSided(value / known.se(), known.df());
  }

  /**
   * One-sided p of no advantage; null without an error.
   *
   * @param direction 1 when more is an advantage, else -1
   */
  @Nullable Double pUpper(int direction) {
    Uncertainty known = error;
    return known == null
        ? null
        : (Double) Distributions.tUpper(direction * value / known.se(), known.df());
  }

  /** How far it lies above another one of other starts; without an error where one has none. */
  Estimate minus(Estimate other) {
    Uncertainty mine = error;
    Uncertainty its = other.error;
    return of(
        value - other.value, mine == null || its == null ? null : List.of(mine.part(), its.part()));
  }
}
