package dev.sweepline.analytics.report;

import dev.sweepline.analytics.comparison.Effect;
import dev.sweepline.analytics.comparison.Interval;
import dev.sweepline.analytics.comparison.ParameterComparison;
import dev.sweepline.analytics.comparison.Replicate;
import dev.sweepline.analytics.comparison.StartsNeeded;
import dev.sweepline.analytics.comparison.ValueSummary;
import dev.sweepline.analytics.comparison.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The comparisons that were asked for: one table a parameter and load point. */
final class ComparisonSection implements Section {
  private static final String NOTE = "      ";
  private static final int VALUE_WIDTH = 9;
  private static final String ROW = "  %-9s %4s %3s %4s %7s %5s %5s %14s";

  @Override
  public String title() {
    return "Comparison";
  }

  @Override
  public List<String> lines(ReportFacts facts) {
    List<String> lines = new ArrayList<>();
    facts.comparisons().forEach(comparison -> lines.addAll(of(comparison)));
    return lines;
  }

  static List<String> of(ParameterComparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Layout.paragraph(
            "%s by %s (%s is better), against %s."
                .formatted(
                    comparison.metric(),
                    comparison.parameter(),
                    comparison.higherIsBetter() ? "higher" : "lower",
                    comparison.reference() == null ? "nothing" : comparison.reference())));
    comparison.values().stream()
        .collect(Collectors.groupingBy(ValueSummary::load, LinkedHashMap::new, Collectors.toList()))
        .forEach((load, values) -> lines.addAll(table(comparison, load, values)));
    lines.addAll(leftOut(comparison));
    return lines;
  }

  private static List<String> table(
      ParameterComparison comparison, String load, List<ValueSummary> values) {
    List<String> lines = new ArrayList<>();
    lines.add("  at " + Layout.cut(load, Layout.WIDTH - 5));
    lines.add(
        ROW.formatted(
            "value",
            "runs",
            "exp",
            "left",
            "mean",
            "sd",
            comparison.ratios() ? "ratio" : "diff",
            "95 % interval"));
    Optional<ValueSummary> reference =
        values.stream().filter(value -> value.value().equals(comparison.reference())).findFirst();
    for (ValueSummary value : values) {
      lines.addAll(rows(comparison, value));
      reference.filter(value::isCachedOtherThan).ifPresent(it -> lines.add(cached(value, it)));
    }
    return lines;
  }

  private static String cached(ValueSummary value, ValueSummary reference) {
    return NOTE
        + "prefix_cache_differs: hit rate %s against %s"
            .formatted(ratio(value.prefixHitRate()), ratio(reference.prefixHitRate()));
  }

  /** One line, and more where a long value or word would not fit. */
  private static List<String> rows(ParameterComparison comparison, ValueSummary value) {
    List<String> lines = new ArrayList<>();
    boolean fits = value.value().length() <= VALUE_WIDTH;
    if (!fits) {
      lines.add("  " + Layout.cut(value.value(), Layout.WIDTH - 2));
    }
    String row = row(fits ? value.value() : "", value);
    String word = word(comparison, value);
    if (row.length() + 1 + word.length() <= Layout.WIDTH) {
      lines.add(row + " " + word);
    } else {
      lines.add(row);
      lines.add(NOTE + word);
    }
    lines.addAll(notes(value.effect()));
    return lines;
  }

  private static String row(String name, ValueSummary value) {
    Effect effect = value.effect();
    return ROW.formatted(
        name,
        value.runs(),
        value.experiments(),
        value.leftOut(),
        Layout.number(value.mean()),
        Layout.number(value.sd()),
        effect == null ? Layout.NONE : ratio(effect.effect()),
        effect == null ? Layout.NONE : interval(effect.interval95()));
  }

  private static String word(ParameterComparison comparison, ValueSummary value) {
    if (value.value().equals(comparison.reference())) {
      return "reference";
    }
    Effect effect = value.effect();
    if (effect == null) {
      return "no run";
    }
    Word word = effect.word();
    return word == null ? "confounded" : word.text();
  }

  private static List<String> notes(@Nullable Effect effect) {
    if (effect == null) {
      return List.of();
    }
    List<String> confounders = effect.confoundedWith();
    if (confounders != null) {
      return List.of(
          NOTE
              + Layout.cut(
                  confounders.isEmpty()
                      ? "no other setting-for-setting equal configuration to hold it against"
                      : "always changed together with " + String.join(", ", confounders),
                  Layout.WIDTH - 6));
    }
    List<String> notes = new ArrayList<>();
    Interval over = effect.overStrata();
    if (effect.varies() && over != null) {
      notes.add(
          NOTE
              + "varies with the other settings: from %s to %s"
                  .formatted(ratio(over.low()), ratio(over.high())));
    }
    if (effect.replicate() == Replicate.RUNS_OF_ONE_START) {
      notes.add(NOTE + "runs of one start: says nothing of the next start");
    }
    notes.addAll(open(effect));
    return notes;
  }

  /** What would settle it, where it is open. */
  private static List<String> open(Effect effect) {
    StartsNeeded needed = effect.startsNeeded();
    Word word = effect.word();
    if (needed == null || (word != Word.NOT_DISTINGUISHABLE && word != Word.TOO_FEW_STARTS)) {
      return List.of();
    }
    String smallest =
        effect.detectable() == null
            ? ""
            : "; smallest effect found in 80 %: " + ratio(effect.detectable());
    String starts =
        needed.safe() == null ? "more than 50 starts each" : needed.safe() + " starts each";
    return List.of(NOTE + "to find 5 %: " + starts + smallest);
  }

  private static String ratio(@Nullable Double effect) {
    return effect == null ? Layout.NONE : String.format(Locale.ROOT, "%.3f", effect);
  }

  private static String interval(@Nullable Interval interval) {
    return interval == null
        ? Layout.NONE
        : "%s to %s".formatted(ratio(interval.low()), ratio(interval.high()));
  }

  private static List<String> leftOut(ParameterComparison comparison) {
    List<String> lines = new ArrayList<>();
    int left = comparison.leftOut().values().stream().mapToInt(Integer::intValue).sum();
    lines.addAll(
        Layout.paragraph(
            "%s take part; %d were left out%s"
                .formatted(
                    Layout.counted(comparison.usable(), "run"), left, left == 0 ? "." : ":")));
    for (Map.Entry<String, Integer> entry : comparison.leftOut().entrySet()) {
      lines.addAll(Layout.item(entry.getValue() + ": " + entry.getKey()));
    }
    return lines;
  }
}
