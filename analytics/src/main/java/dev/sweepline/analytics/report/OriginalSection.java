package dev.sweepline.analytics.report;

import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.measure.MeasuredFrom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the figures of the original's files really are. */
final class OriginalSection implements Section {
  private static final String DISPATCHED = MeasuredFrom.DISPATCHED.name().toLowerCase(Locale.ROOT);

  @Override
  public String title() {
    return "About the original's files";
  }

  @Override
  public List<String> lines(ReportFacts facts) {
    long runs =
        facts.table().rows().stream()
            .filter(row -> DISPATCHED.equals(row.text(RunsTable.MEASURED_FROM)))
            .count();
    if (runs == 0) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Layout.item(
            "Their ITL is a mean over each request, (end - first token) / (chunks - 1), and its"
                + " percentiles run over those means: that is tpot_* here. They hold no gaps"
                + " between tokens, so itl_* is empty."));
    lines.addAll(
        Layout.item(
            "Their token counts are streamed chunks with text, not tokens that a server counted:"
                + " right only where each chunk held one token."));
    lines.addAll(
        Layout.item(
            "They hold no launch times. Request i is placed at i x g, with g such that the last"
                + " request to end does so at the file's total time; all that is said of requests"
                + " in flight rests on that."));
    lines.addAll(
        Layout.item(
            "Their TTFT and E2E start when the request's task starts, before it has a connection"
                + " (measured_from: dispatched), so service_* is empty. A latency of 0 stood for"
                + " \"none\" and is empty here."));
    return lines;
  }
}
