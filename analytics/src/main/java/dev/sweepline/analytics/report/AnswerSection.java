package dev.sweepline.analytics.report;

import dev.sweepline.analytics.comparison.BestSet;
import dev.sweepline.analytics.table.PlainNumber;
import java.util.ArrayList;
import java.util.List;
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
      return Layout.paragraph(nothing(facts));
    }
    List<String> lines = new ArrayList<>();
    for (BestSet set : facts.best()) {
      lines.addAll(Layout.item(sentence(facts.metric(), set)));
    }
    return lines;
  }

  private static String nothing(ReportFacts facts) {
    return ("No best configuration can be named: not one of %s can be used for %s with a"
            + " known configuration. The verdicts below say why. Mend that first, then run each"
            + " configuration on at least two server starts; no ranking can be drawn from these"
            + " files.")
        .formatted(Layout.counted(facts.runs().size(), "run"), facts.metric());
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
        ? "%s: best is %s, with %s %s; each of the other %s is shown to be worse."
            .formatted(set.load(), settings, metric, mean, PlainNumber.format(set.cells() - 1))
        : ("%s: no single best configuration can be named. The best one seen is %s (%s %s), but %d of"
                + " %d configurations cannot be told from the best.")
            .formatted(set.load(), settings, metric, mean, set.kept(), set.cells());
  }
}
