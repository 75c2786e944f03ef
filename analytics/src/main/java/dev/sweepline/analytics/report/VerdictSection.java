package dev.sweepline.analytics.report;

import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.contract.RunSummary.Reason;
import dev.sweepline.contract.RunSummary.Verdict.State;
import dev.sweepline.measure.verdict.Family;
import dev.sweepline.measure.verdict.Verdicts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How many runs can be trusted, and for each reason what it means, what it voids, and by what. */
final class VerdictSection implements Section {
  private static final int MOST_NUMBERS = 4;
  private static final Set<String> ALL =
      Family.ALL.stream().map(Family::label).collect(Collectors.toUnmodifiableSet());

  @Override
  public String title() {
    return "What can be trusted";
  }

  @Override
  public List<String> lines(ReportFacts facts) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "  valid %d   suspect %d   invalid %d"
            .formatted(
                count(facts, State.VALID),
                count(facts, State.SUSPECT),
                count(facts, State.INVALID)));
    Map<String, List<Reason>> byCode =
        facts.table().rows().stream()
            .flatMap(row -> row.reasons().stream())
            .collect(Collectors.groupingBy(Reason::code, TreeMap::new, Collectors.toList()));
    byCode.entrySet().stream()
        .sorted(Comparator.comparingInt(VerdictSection::weight))
        .forEach(entry -> lines.addAll(Layout.item(sentence(entry.getKey(), entry.getValue()))));
    lines.addAll(YardstickLines.of(facts.yardstick()));
    lines.addAll(
        Layout.paragraph(
            "docs/verdicts.md says of each what is looked at and what to do about it."));
    return lines;
  }

  /** What voids everything first, notes last, then by number of runs. */
  private static int weight(Map.Entry<String, List<Reason>> entry) {
    int voids = entry.getValue().stream().mapToInt(reason -> reason.voids().size()).max().orElse(0);
    return -voids * 1_000_000 - entry.getValue().size();
  }

  private static long count(ReportFacts facts, State state) {
    String wanted = state.name().toLowerCase(Locale.ROOT);
    return facts.table().rows().stream()
        .filter(row -> wanted.equals(row.text(RunsTable.VERDICT)))
        .count();
  }

  private static String sentence(String code, List<Reason> reasons) {
    TreeSet<String> voids = new TreeSet<>();
    Map<String, DoubleSummaryStatistics> evidence = new TreeMap<>();
    for (Reason reason : reasons) {
      voids.addAll(reason.voids());
      reason
          .evidence()
          .forEach(
              (name, value) ->
                  evidence
                      .computeIfAbsent(name, any -> new DoubleSummaryStatistics())
                      .accept(value));
    }
    String numbers =
        evidence.entrySet().stream()
            .limit(MOST_NUMBERS)
            .map(entry -> entry.getKey() + " " + range(entry.getValue()))
            .collect(Collectors.joining(", "));
    return "%s in %s: %s %s%s"
        .formatted(
            code,
            Layout.counted(reasons.size(), "run"),
            Verdicts.guide(code)
                .map(guide -> firstSentence(guide.why()))
                .orElse("see docs/verdicts.md."),
            voided(voids),
            numbers.isEmpty() ? "" : " (" + numbers + ")");
  }

  private static String voided(Set<String> voids) {
    if (voids.isEmpty()) {
      return "A note only.";
    }
    if (voids.containsAll(ALL)) {
      return "Voids everything.";
    }
    return voids.size() > ALL.size()
        ? "Voids %d columns; see the column voided.".formatted(voids.size())
        : "Voids " + String.join(", ", voids) + ".";
  }

  /** The rest stands in the documentation. */
  static String firstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  private static String range(DoubleSummaryStatistics values) {
    String low = Layout.number(values.getMin());
    String high = Layout.number(values.getMax());
    return low.equals(high) ? low : low + " to " + high;
  }
}
