package dev.sweepline.analytics.report;

import java.util.ArrayList;
import java.util.List;

/** What is best and how sure, or why nothing can be said. */
final class AnswerSection implements Section {
  @Override
  public String title() {
    return "Answer";
  }

  @Override
  public List<String> lines(ReportFacts facts) {
    Answer answer = facts.answer();
    List<String> lines = new ArrayList<>(Layout.paragraph(answer.headline()));
    lines.add("  " + answer.findingsTitle() + ":");
    answer.findings().forEach(finding -> lines.addAll(Layout.item(finding)));
    if (!answer.actions().isEmpty()) {
      lines.add("  What to do:");
      answer.actions().forEach(action -> lines.addAll(Layout.item(action)));
    }
    return lines;
  }
}
