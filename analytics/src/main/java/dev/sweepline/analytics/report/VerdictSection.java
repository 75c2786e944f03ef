package dev.sweepline.analytics.report;

import dev.sweepline.analytics.read.Run;
import dev.sweepline.contract.RunSummary.Reason;
import dev.sweepline.contract.RunSummary.Verdict.State;
import dev.sweepline.measure.verdict.Verdicts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How many runs can be trusted, and for each reason what it means, what it voids, and by what. */
final class VerdictSection implements Section {
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
        facts.runs().stream()
            .flatMap(run -> run.result().verdict().reasons().stream())
            .collect(Collectors.groupingBy(Reason::code, TreeMap::new, Collectors.toList()));
    byCode.entrySet().stream()
        .sorted(
            Comparator.comparing(
                (Map.Entry<String, List<Reason>> entry) -> -entry.getValue().size()))
        .forEach(entry -> lines.addAll(Layout.item(sentence(entry.getKey(), entry.getValue()))));
    return lines;
  }

  private static long count(ReportFacts facts, State state) {
    return facts.runs().stream()
        .map(Run::result)
        .filter(result -> result.verdict().state() == state)
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
            .map(entry -> entry.getKey() + " " + range(entry.getValue()))
            .collect(Collectors.joining(", "));
    return "%s in %s: %s %s%s"
        .formatted(
            code,
            Layout.counted(reasons.size(), "run"),
            Verdicts.guide(code)
                .map(guide -> guide.why() + " " + guide.advice())
                .orElse("see docs/verdicts.md."),
            voids.isEmpty() ? "A note only." : "Voids " + String.join(", ", voids) + ".",
            numbers.isEmpty() ? "" : " Evidence: " + numbers + ".");
  }

  private static String range(DoubleSummaryStatistics values) {
    String low = Layout.number(values.getMin());
    String high = Layout.number(values.getMax());
    return low.equals(high) ? low : low + " to " + high;
  }
}
