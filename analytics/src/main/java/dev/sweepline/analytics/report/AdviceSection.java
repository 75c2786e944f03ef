package dev.sweepline.analytics.report;

import dev.sweepline.analytics.advice.Advice;
import java.util.ArrayList;
import java.util.List;

/** What to change next: what was seen, which setting to move, and at what price. */
final class AdviceSection implements Section {
  private static final int MOST_NAMED = 3;

  @Override
  public String title() {
    return "Advice";
  }

  @Override
  public List<String> lines(ReportFacts facts) {
    List<String> lines = new ArrayList<>();
    facts.advice().forEach(advice -> lines.addAll(Layout.item(sentence(advice))));
    return lines;
  }

  private static String sentence(Advice advice) {
    List<String> runs = advice.runs();
    String named = String.join(", ", runs.subList(0, Math.min(MOST_NAMED, runs.size())));
    return "%s %s %s Rule %s; %s%s."
        .formatted(
            advice.finding(),
            advice.action(),
            advice.price(),
            advice.rule(),
            named,
            runs.size() > MOST_NAMED ? " and %d more".formatted(runs.size() - MOST_NAMED) : "");
  }
}
