package dev.sweepline.analytics.report;

import com.univocity.parsers.csv.CsvWriter;
import dev.sweepline.analytics.table.RunColumn.Group;
import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.analytics.table.SpreadsheetText;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code experiment_results.csv}: one line a run. Identity first, then the original's columns under
 * its names, then the others. RFC 4180 with line feeds; unknown is empty; a text that a spreadsheet
 * would take for a formula has an apostrophe before it.
 */
public final class ResultsCsv {
  /** The original's name for the experiment's id. */
  private static final String CONFIG_HASH = "config_hash";

  private static final List<String> ORIGINAL =
      List.of(
          RunsTable.DATASET_NAME,
          "num_requests",
          "successful_requests",
          "failed_requests",
          "success_rate",
          "throughput_tokens_per_sec",
          "throughput_requests_per_sec",
          "ttft_mean",
          "ttft_p50",
          "ttft_p95",
          "ttft_p99",
          "e2e_latency_mean",
          "e2e_latency_p50",
          "e2e_latency_p95",
          "e2e_latency_p99",
          "itl_mean",
          "itl_p50",
          "itl_p95",
          "itl_p99",
          "total_tokens_generated",
          "total_time");

  private ResultsCsv() {}

  /** The file's text. */
  public static String of(RunsTable table) {
    List<String> columns = columns(table);
    StringWriter text = new StringWriter();
    CsvWriter writer = SpreadsheetText.writer(text);
    writer.writeHeaders(columns);
    for (RunRow row : table.rows()) {
      writer.writeRow(
          columns.stream()
              .map(column -> cell(row, column.equals(CONFIG_HASH) ? RunsTable.EXP_ID : column))
              .toArray(Object[]::new));
    }
    writer.close();
    return text.toString();
  }

  /** Numbers are never formulas, whatever their sign. */
  private static @Nullable String cell(RunRow row, String column) {
    String text = row.text(column);
    return text == null || row.values().get(column) instanceof Number
        ? text
        : SpreadsheetText.safe(text);
  }

  private static List<String> columns(RunsTable table) {
    Set<String> columns = new LinkedHashSet<>(table.names(Group.IDENTITY));
    columns.add(CONFIG_HASH);
    List<String> all = new ArrayList<>();
    table.columns().forEach(column -> all.add(column.name()));
    ORIGINAL.stream().filter(all::contains).forEach(columns::add);
    columns.addAll(all);
    return List.copyOf(columns);
  }
}
