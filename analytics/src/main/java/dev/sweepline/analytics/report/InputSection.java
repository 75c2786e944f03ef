package dev.sweepline.analytics.report;

import dev.sweepline.analytics.read.Reject;
import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was read, what was not, and what could not be. */
final class InputSection implements Section {
  private static final int MOST_SHOWN = 10;

  @Override
  public String title() {
    return "What was read";
  }

  @Override
  public List<String> lines(ReportFacts facts) {
    Map<String, Long> tools =
        facts.table().rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> String.valueOf(row.text(RunsTable.TOOL)),
                    TreeMap::new,
                    Collectors.counting()));
    long experiments =
        facts.table().rows().stream().map(row -> row.text(RunsTable.EXP_ID)).distinct().count();
    long requests =
        facts.table().rows().stream()
            .map(row -> row.number("num_requests"))
            .filter(Objects::nonNull)
            .mapToLong(Double::longValue)
            .sum();
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Layout.paragraph(
            "%s of %s, %s attempted. Made by: %s."
                .formatted(
                    Layout.counted(facts.table().rows().size(), "run"),
                    Layout.counted(experiments, "experiment"),
                    Layout.counted(requests, "measured request"),
                    tools.entrySet().stream()
                        .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                        .collect(Collectors.joining(", ")))));
    facts.skipped().forEach(skipped -> lines.addAll(Layout.item("not read: " + skipped)));
    lines.addAll(rejects(facts.rejects()));
    lines.addAll(clocks(facts.table().rows()));
    return lines;
  }

  private static List<String> rejects(List<Reject> rejects) {
    if (rejects.isEmpty()) {
      return Layout.paragraph("Nothing was rejected.");
    }
    List<String> lines = new ArrayList<>();
    lines.addAll(
        Layout.paragraph(
            "%s rejected (all are in the table `rejected`):"
                .formatted(
                    rejects.size() == 1
                        ? "One line or file was"
                        : rejects.size() + " lines or files were")));
    rejects.stream()
        .limit(MOST_SHOWN)
        .forEach(
            reject ->
                lines.addAll(
                    Layout.item(
                        reject.reason().startsWith(reject.file())
                            ? reject.reason()
                            : reject.file() + ": " + reject.reason())));
    return lines;
  }

  private static List<String> clocks(List<RunRow> rows) {
    long clocks = rows.stream().map(row -> row.text(RunsTable.MEASURED_FROM)).distinct().count();
    return clocks < 2
        ? List.of()
        : Layout.paragraph(
            "Caution: ttft and e2e_latency start from different clocks in these runs; see the"
                + " column measured_from before comparing them.");
  }
}
