package dev.sweepline.analytics.report;

import dev.sweepline.analytics.comparison.BestSet;
import dev.sweepline.analytics.comparison.UsableRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is best and how sure, or why nothing can be said. */
final class AnswerSection implements Section {
  @Override
  public String title() {
    return "Answer";
  }

  @Override
  public List<String> lines(ReportFacts facts) {
    if (facts.best().isEmpty()) {
      return nothing(facts);
    }
    List<String> lines = new ArrayList<>();
    for (BestSet set : facts.best()) {
      lines.addAll(Layout.item(sentence(facts.metric(), set)));
    }
    return lines;
  }

  private static List<String> nothing(ReportFacts facts) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Layout.paragraph(
            ("No best configuration can be named: not one of %s can be compared by %s."
                    + " These results support no ranking. Why, by the number of runs:")
                .formatted(Layout.counted(facts.table().rows().size(), "run"), facts.metric())));
    UsableRuns.of(facts.table().rows(), facts.metric()).leftOut().entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(entry -> lines.addAll(Layout.item(entry.getValue() + ": " + entry.getKey())));
    lines.addAll(
        Layout.paragraph(
            "What to do: mend what the codes below name, then run each configuration again on two"
                + " server starts or more."));
    return lines;
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
