package dev.sweepline.analytics.advice;

import dev.sweepline.analytics.comparison.Effect;
import dev.sweepline.analytics.comparison.Interval;
import dev.sweepline.analytics.comparison.ParameterComparison;
import dev.sweepline.analytics.comparison.ValueSummary;
import dev.sweepline.analytics.comparison.Word;
import dev.sweepline.analytics.table.RunsTable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What moving a setting costs or gains, as far as this very sweep knows. */
final class Price {
  private static final int MOST = 3;

  private Price() {}

  static String of(String setting, Observed observed) {
    String column = RunsTable.configColumn(setting);
    List<String> known =
        observed.comparisons().stream()
            .filter(comparison -> comparison.parameter().equals(column))
            .flatMap(comparison -> effects(comparison).stream())
            .limit(MOST)
            .toList();
    if (!known.isEmpty()) {
      return "In this sweep: " + String.join("; ", known) + ".";
    }
    boolean varies =
        observed.runs().rows().stream().map(row -> row.text(column)).distinct().count() > 1;
    return varies
        ? "This sweep may tell the price: --compare-param %s.".formatted(setting)
        : "This sweep has no two values of %s, so it cannot tell the price.".formatted(setting);
  }

  private static List<String> effects(ParameterComparison comparison) {
    return comparison.values().stream()
        .map(ValueSummary::effect)
        .filter(Objects::nonNull)
        .filter(effect -> effect.effect() != null)
        .map(effect -> sentence(comparison, effect))
        .collect(Collectors.toList());
  }

  private static String sentence(ParameterComparison comparison, Effect effect) {
    Interval interval = effect.interval95();
    Word word = effect.word();
    return "%s %s against %s: %s %s %s%s, %s"
        .formatted(
            comparison.parameter(),
            effect.value(),
            effect.reference(),
            comparison.metric(),
            comparison.ratios() ? "times" : "plus",
            SeenRun.number(Objects.requireNonNull(effect.effect())),
            interval == null
                ? ""
                : " (%s to %s)"
                    .formatted(SeenRun.number(interval.low()), SeenRun.number(interval.high())),
            word == null ? "confounded" : word.text());
  }
}
