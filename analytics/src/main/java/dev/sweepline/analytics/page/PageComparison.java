package dev.sweepline.analytics.page;

import dev.sweepline.analytics.comparison.Effect;
import dev.sweepline.analytics.comparison.Interval;
import dev.sweepline.analytics.comparison.ParameterComparison;
import dev.sweepline.analytics.comparison.ValueSummary;
import dev.sweepline.analytics.comparison.Word;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A comparison as it is drawn.
 *
 * @param parameter its column
 * @param metric its column
 * @param higherIsBetter which way the metric is better
 * @param ratios whether effects are ratios, else differences
 * @param reference that the others are held against
 * @param effects that could be estimated
 */
record PageComparison(
    String parameter,
    String metric,
    boolean higherIsBetter,
    boolean ratios,
    @Nullable String reference,
    List<Drawn> effects) {
  /**
   * A point and its interval.
   *
   * @param low of the 95 % interval; null without one
   * @param high likewise
   */
  record Drawn(
      String load,
      String value,
      double effect,
      @Nullable Double low,
      @Nullable Double high,
      String word) {}

  static PageComparison of(ParameterComparison comparison) {
    return new PageComparison(
        comparison.parameter(),
        comparison.metric(),
        comparison.higherIsBetter(),
        comparison.ratios(),
        comparison.reference(),
        comparison.values().stream()
            .map(ValueSummary::effect)
            .filter(Objects::nonNull)
            .filter(effect -> effect.effect() != null)
            .map(PageComparison::drawn)
            .toList());
  }

  private static Drawn drawn(Effect effect) {
    Interval interval = effect.interval95();
    Word word = effect.word();
    return new Drawn(
        effect.load(),
        effect.value(),
        Objects.requireNonNull(effect.effect()),
        interval == null ? null : (Double) interval.low(),
        interval == null ? null : (Double) interval.high(),
        word == null ? "confounded" : word.text());
  }
}
