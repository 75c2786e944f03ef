package dev.sweepline.analytics.advice;

import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.contract.RunSummary.Reason;
import dev.sweepline.measure.verdict.Family;
import dev.sweepline.measure.verdict.Guide;
import dev.sweepline.measure.verdict.Verdicts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the verdict rules advise where they void a family of metrics: no setting is worth moving
 * before. Single columns are no reason to run anything again.
 */
final class VoidedRuns implements AdviceRule {
  private static final Set<String> FAMILIES =
      Family.ALL.stream().map(Family::label).collect(Collectors.toUnmodifiableSet());

  @Override
  public List<Advice> of(Observed observed) {
    Map<String, List<String>> runs = new TreeMap<>();
    for (RunRow row : observed.runs().rows()) {
      for (Reason reason : row.reasons()) {
        if (reason.voids().stream().anyMatch(FAMILIES::contains)) {
          runs.computeIfAbsent(reason.code(), any -> new ArrayList<>())
              .add(new SeenRun(row).label());
        }
      }
    }
    int all = observed.runs().rows().size();
    return runs.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, List<String>> entry) -> entry.getValue().size())
                .reversed())
        .flatMap(entry -> advice(entry.getKey(), entry.getValue(), all))
        .toList();
  }

  private static Stream<Advice> advice(String code, List<String> runs, int all) {
    return Verdicts.guide(code)
        .map(
            guide ->
                new Advice(
                    code,
                    runs,
                    "%d of %d runs: %s".formatted(runs.size(), all, meaning(guide)),
                    guide.advice(),
                    "It costs these runs once more; no setting of the server moves."))
        .stream();
  }

  private static String meaning(Guide guide) {
    String why = guide.why();
    int end = why.indexOf(". ");
    return guide.code() + ". " + (end < 0 ? why : why.substring(0, end + 1));
  }
}
