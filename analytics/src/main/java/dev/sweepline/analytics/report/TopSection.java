package dev.sweepline.analytics.report;

import dev.sweepline.analytics.comparison.Interval;
import dev.sweepline.analytics.comparison.TopList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The best configurations by each metric, and who of them cannot be told apart. */
final class TopSection implements Section {
  @Override
  public String title() {
    return "Best configurations";
  }

  @Override
  public List<String> lines(ReportFacts facts) {
    List<String> lines = new ArrayList<>();
    for (TopList list : facts.findings().top()) {
      lines.addAll(
          Layout.paragraph(
              "%s at %s: the best %d of %s, each with the 95 %% interval of its mean."
                  .formatted(
                      list.metric(),
                      list.load(),
                      list.entries().size(),
                      Layout.counted(list.cells(), "configuration"))));
      list.entries().forEach(entry -> lines.addAll(Layout.item(sentence(entry))));
    }
    return lines;
  }

  private static String sentence(TopList.Entry entry) {
    Interval interval = entry.interval95();
    return "%d. %s%s: %s, %s%s"
        .formatted(
            entry.rank(),
            Layout.number(entry.mean()),
            interval == null
                ? ""
                : " (%s to %s)"
                    .formatted(Layout.number(interval.low()), Layout.number(interval.high())),
            entry.configuration().text(),
            Layout.counted(entry.starts(), "start"),
            entry.sameAs().isEmpty()
                ? ""
                : "; cannot be told from "
                    + entry.sameAs().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ")));
  }
}
