package dev.sweepline.analytics.page;

import dev.sweepline.analytics.table.ColumnType;
import dev.sweepline.analytics.table.RunColumn;
import dev.sweepline.analytics.table.RunColumn.Group;
import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.measure.Metric;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column of the page's table: what identifies a run, what varies, and the metrics that people
 * decide by. All columns are in the CSV.
 *
 * @param name as everywhere
 * @param group part of the table
 * @param number whether its values are numbers
 * @param unit null for what is no metric
 */
record PageColumn(String name, Group group, boolean number, @Nullable String unit) {
  private static final Set<String> ALWAYS =
      Set.of(
          RunsTable.EXP_ID,
          RunsTable.RUN,
          RunsTable.REPEAT,
          RunsTable.SOURCE,
          RunsTable.VERDICT,
          RunsTable.VERDICT_REASONS,
          "load_rate",
          "load_concurrency",
          "load_max_in_flight");

  private static final Set<String> METRICS =
      Set.of(
          "steady_tokens_per_sec",
          "steady_tokens_per_sec_per_gpu",
          "throughput_tokens_per_sec",
          "throughput_tokens_per_sec_per_gpu",
          "throughput_requests_per_sec",
          "goodput_requests_per_sec",
          "success_rate",
          "num_requests",
          "ttft_p50",
          "ttft_p95",
          "ttft_p99",
          "service_ttft_p95",
          "e2e_latency_p50",
          "e2e_latency_p95",
          "itl_p50",
          "itl_p95",
          "itl_p99",
          "tpot_p50",
          "tpot_p95",
          "prom_cache_usage",
          "prom_preemptions",
          "prom_waiting_mean");

  static List<PageColumn> of(RunsTable table) {
    return table.columns().stream()
        .filter(column -> isShown(table, column))
        .map(
            column ->
                new PageColumn(
                    column.name(),
                    column.group(),
                    column.type() == ColumnType.NUMBER || column.type() == ColumnType.COUNT,
                    Metric.named(column.name()).map(Metric::unit).orElse(null)))
        .toList();
  }

  private static boolean isShown(RunsTable table, RunColumn column) {
    return switch (column.group()) {
      case CONFIG ->
          table.rows().stream().map(row -> row.text(column.name())).distinct().limit(2).count() > 1;
      case METRICS ->
          METRICS.contains(column.name())
              && table.rows().stream()
                  .map(row -> row.number(column.name()))
                  .anyMatch(Objects::nonNull);
      case IDENTITY, LOAD, VERDICT -> ALWAYS.contains(column.name());
    };
  }
}
