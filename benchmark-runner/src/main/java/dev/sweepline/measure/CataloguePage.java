package dev.sweepline.measure;

import dev.sweepline.measure.Metric.Direction;
import dev.sweepline.measure.verdict.Family;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code docs/metrics.md}: all metrics in words. */
final class CataloguePage {
  private static final String HEAD =
      """
      # Metrics

      Every column of `experiment_results.csv`, of a summary's `metrics` and of the table `runs`.
      Missing is null (an empty field), never 0. A failed request has no latency. Only requests of the
      phase `measure` count, unless a definition says otherwise.

      Every latency is rounded half up to whole µs before it is pooled. Percentiles are exact: linear
      interpolation between the two nearest ranks, over all values. "Voided with" names the families
      of [verdicts.md](verdicts.md): a reason that voids one of them makes the metric unusable in that
      run. "Better" is the direction in which a comparison calls a value better; ratios compare by
      quotient, differences by subtraction.

      This page is rendered from the catalogue itself.
      """;

  private CataloguePage() {}

  static String render() {
    return HEAD
        + Catalogue.GROUPS.stream().map(CataloguePage::section).collect(Collectors.joining());
  }

  private static String section(Catalogue.Group group) {
    return """

        ## %s

        | column | unit | better | compared by | voided with | definition |
        | --- | --- | --- | --- | --- | --- |
        %s"""
        .formatted(
            group.title(),
            group.columns().stream()
                .map(MetricColumn::metric)
                .map(CataloguePage::row)
                .collect(Collectors.joining()));
  }

  private static String row(Metric metric) {
    return "| `%s` | %s | %s | %s | %s | %s |\n"
        .formatted(
            metric.name(),
            metric.unit(),
            metric.direction() == Direction.NONE ? "–" : lower(metric.direction()),
            metric.isNumber() ? lower(metric.scale()) : "–",
            families(metric),
            metric.definition());
  }

  private static String families(Metric metric) {
    return metric.families().isEmpty()
        ? "never"
        : metric.families().stream().sorted().map(Family::label).collect(Collectors.joining(", "));
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
