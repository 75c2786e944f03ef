package dev.sweepline.analytics.report;

import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import java.util.ArrayList;
import java.util.List;

/** Where a run's own summary says something else than its requests do. */
final class DifferenceSection implements Section {
  @Override
  public String title() {
    return "Summaries that differ from their requests";
  }

  @Override
  public List<String> lines(ReportFacts facts) {
    List<String> lines = new ArrayList<>();
    for (RunRow row : facts.table().rows()) {
      row.list(RunsTable.SUMMARY_DIFFERENCES)
          .forEach(
              difference ->
                  lines.addAll(Layout.item(row.text(RunsTable.SOURCE) + ": " + difference)));
    }
    return lines;
  }
}
