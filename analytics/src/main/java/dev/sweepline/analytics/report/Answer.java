package dev.sweepline.analytics.report;

import dev.sweepline.analytics.comparison.BestSet;
import dev.sweepline.analytics.comparison.UsableRuns;
import dev.sweepline.measure.verdict.Guide;
import dev.sweepline.measure.verdict.Verdicts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is best and how sure, or why nothing can be said.
 *
 * @param headline the answer in a sentence
 * @param findingsTitle what the findings are
 * @param findings what it rests on: a set each load point, or why runs cannot be used
 * @param actions what to do next; empty when nothing is open
 */
public record Answer(
    String headline, String findingsTitle, List<String> findings, List<String> actions) {
  private static final int MOST_ACTIONS = 3;
  private static final String REASONS = " + ";

  public Answer {
    findings = List.copyOf(findings);
    actions = List.copyOf(actions);
  }

  static Answer of(ReportFacts facts) {
    return facts.best().isEmpty() ? noRanking(facts) : ranking(facts);
  }

  private static Answer noRanking(ReportFacts facts) {
    int runs = facts.table().rows().size();
    List<Map.Entry<String, Integer>> leading = leading(facts);
    List<String> actions =
        new ArrayList<>(
            leading.stream()
                .map(entry -> Verdicts.guide(entry.getKey()))
                .flatMap(Optional::stream)
                .map(Guide::advice)
                .distinct()
                .limit(MOST_ACTIONS)
                .toList());
    actions.add(
        "Then run each configuration again, on two server starts or more: sbatch --repeats 2.");
    return new Answer(
        "These results support no ranking. No best configuration can be named: not one of %s can be"
                .formatted(Layout.counted(runs, "run"))
            + " compared by %s.".formatted(facts.metric()),
        "Why not, by the number of runs",
        leading.stream().map(entry -> entry.getValue() + ": " + meaning(entry.getKey())).toList(),
        actions);
  }

  /** Runs by the first thing that speaks against them, the most frequent first. */
  private static List<Map.Entry<String, Integer>> leading(ReportFacts facts) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    UsableRuns.of(facts.table().rows(), facts.metric())
        .leftOut()
        .forEach((reasons, count) -> counts.merge(first(reasons), count, Integer::sum));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .toList();
  }

  private static String first(String reasons) {
    int end = reasons.indexOf(REASONS);
    return end < 0 ? reasons : reasons.substring(0, end);
  }

  private static String meaning(String reason) {
    return Verdicts.guide(reason)
        .map(guide -> "%s. %s".formatted(reason, VerdictSection.firstSentence(guide.why())))
        .orElse(reason + ".");
  }

  private static Answer ranking(ReportFacts facts) {
    List<BestSet> sets = facts.best();
    long settled = sets.stream().filter(BestSet::isSettled).count();
    long compared = sets.stream().filter(set -> set.cells() > 1).count();
    String headline =
        compared == 0
            ? "There is nothing to rank: only one configuration can be used."
            : settled == compared
                ? "The best configuration by %s is known.".formatted(facts.metric())
                : "No single best configuration by %s can be named%s."
                    .formatted(
                        facts.metric(),
                        settled == 0
                            ? ""
                            : " at %d of %s"
                                .formatted(
                                    compared - settled, Layout.counted(compared, "load point")));
    List<String> actions =
        settled < compared
            ? List.of(
                "More server starts of the configurations that are still open would tell them"
                    + " apart: sbatch --repeats.")
            : List.of();
    return new Answer(
        headline,
        "At each load point",
        sets.stream().map(set -> sentence(facts.metric(), set)).toList(),
        actions);
  }

  private static String sentence(String metric, BestSet set) {
    String mean = Layout.number(set.mean());
    if (set.cells() == 1) {
      return "%s: only one configuration can be used (%s %s); there is nothing to rank."
          .formatted(set.load(), metric, mean);
    }
    String settings =
        set.best().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    return set.isSettled()
        ? "%s: best is %s, with %s %s; %s shown to be worse."
            .formatted(set.load(), settings, metric, mean, others(set.cells() - 1))
        : ("%s: no single best configuration can be named. The best one seen is %s (%s %s), but %d of"
                + " %d configurations cannot be told from the best.")
            .formatted(set.load(), settings, metric, mean, set.kept(), set.cells());
  }

  private static String others(int count) {
    return count == 1 ? "the other one is" : "all %d others are".formatted(count);
  }
}
