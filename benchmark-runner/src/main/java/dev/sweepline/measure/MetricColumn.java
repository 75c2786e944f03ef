package dev.sweepline.measure;

import dev.sweepline.measure.Metric.Direction;
import dev.sweepline.measure.Metric.Scale;
import dev.sweepline.measure.verdict.Family;
import dev.sweepline.measure.verdict.PercentileColumn;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A metric together with the formula that gives it. It holds the parts of its {@link Metric}, not
 * the metric itself, because {@link Metric#ALL} is made from the columns when that class loads.
 *
 * @param formula its value in a run; null where unknown
 * @param quantile the percentile that it is; null when it is none
 */
record MetricColumn(
    String name,
    String unit,
    Set<Family> families,
    Direction direction,
    Scale scale,
    int decimals,
    String definition,
    Formula formula,
    @Nullable Quantile quantile) {
  private static final int TIME_DECIMALS = 3;
  private static final int RATE_DECIMALS = 3;
  private static final int SHARE_DECIMALS = 4;

  /** Gives a metric's value in a run. */
  @FunctionalInterface
  interface Formula {
    @Nullable Object of(Figures figures);
  }

  /** A percentile and how many values it rests on. */
  record Quantile(double fraction, ToLongFunction<Figures> samples) {}

  static MetricColumn time(
      String name, Set<Family> families, String definition, ToDoubleFunction<Figures> value) {
    return number(
        name, "ms", families, Direction.LOWER, Scale.RATIO, TIME_DECIMALS, definition, value);
  }

  static MetricColumn rate(
      String name,
      Set<Family> families,
      Direction direction,
      String definition,
      ToDoubleFunction<Figures> value) {
    return number(name, "1/s", families, direction, Scale.RATIO, RATE_DECIMALS, definition, value);
  }

  static MetricColumn share(
      String name,
      Set<Family> families,
      Direction direction,
      String definition,
      ToDoubleFunction<Figures> value) {
    return number(
        name, "0–1", families, direction, Scale.DIFFERENCE, SHARE_DECIMALS, definition, value);
  }

  static MetricColumn count(
      String name,
      Set<Family> families,
      Direction direction,
      int decimals,
      String definition,
      ToDoubleFunction<Figures> value) {
    return number(
        name, "count", families, direction, Scale.DIFFERENCE, decimals, definition, value);
  }

  /** What is not finite is unknown; so no file ever holds a NaN. */
  static MetricColumn number(
      String name,
      String unit,
      Set<Family> families,
      Direction direction,
      Scale scale,
      int decimals,
      String definition,
      ToDoubleFunction<Figures> value) {
    Formula formula =
        figures -> {
          double number = value.applyAsDouble(figures);
          return Double.isFinite(number) ? number : null;
        };
    return new MetricColumn(
        name, unit, families, direction, scale, decimals, definition, formula, null);
  }

  static MetricColumn text(
      String name, String definition, Function<Figures, @Nullable String> value) {
    return new MetricColumn(
        name, "text", Set.of(), Direction.NONE, Scale.NONE, 0, definition, value::apply, null);
  }

  /** The same column, known to be a percentile. */
  MetricColumn percentile(double fraction, ToLongFunction<Figures> samples) {
    Quantile known = new Quantile(fraction, samples);
    return new MetricColumn(
        name, unit, families, direction, scale, decimals, definition, formula, known);
  }

  /** What the column tells. */
  Metric metric() {
    return new Metric(name, unit, families, direction, scale, decimals, definition);
  }

  /** The percentile of a run that this column tells; empty when it tells none. */
  Optional<PercentileColumn> percentileOf(Figures figures) {
    return Optional.ofNullable(quantile)
        .map(
            known ->
                new PercentileColumn(name, known.fraction(), known.samples().applyAsLong(figures)));
  }
}
