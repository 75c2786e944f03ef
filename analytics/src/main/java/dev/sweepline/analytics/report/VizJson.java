package dev.sweepline.analytics.report;

import dev.sweepline.analytics.comparison.MetricValues;
import dev.sweepline.analytics.experiment.ExperimentsTable;
import dev.sweepline.analytics.table.PlainNumber;
import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.contract.ContractJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code viz_data.json}: the original's keys {@code summary} and {@code experiments} over usable
 * runs, then {@code runs} (all of them), {@code planned}, {@code comparisons} and {@code best}.
 * Strict JSON: unknown is null, there is no NaN.
 */
public final class VizJson {
  private VizJson() {}

  /** The file's text. */
  public static String of(ReportFacts facts) {
    List<RunRow> rows = facts.table().rows();
    List<RunRow> usable = rows.stream().filter(MetricValues::isUsable).toList();
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("throughput", range(rows, "throughput_tokens_per_sec"));
    metrics.put("ttft_p95", range(rows, "ttft_p95"));
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("total_experiments", usable.size());
    summary.put("metrics", metrics);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("summary", summary);
    document.put("experiments", usable.stream().map(VizJson::row).toList());
    document.put("runs", rows.stream().map(VizJson::row).toList());
    document.put("planned", facts.experiments().stream().map(ExperimentsTable::values).toList());
    document.put("comparisons", facts.comparisons());
    document.put("best", facts.best());
    document.put("main_effects", facts.findings().main().mainEffects());
    document.put("interactions", facts.findings().main().interactions());
    document.put("pareto", facts.findings().pareto());
    document.put("loads", facts.findings().loads());
    document.put("top", facts.findings().top());
    document.put("series", facts.series());
    document.put("advice", facts.advice());
    return ContractJson.current().document(document);
  }

  private static Map<String, @Nullable Double> range(List<RunRow> rows, String metric) {
    MetricValues values = MetricValues.of(rows, metric);
    Map<String, @Nullable Double> range = new LinkedHashMap<>();
    range.put("mean", values.mean());
    range.put("max", values.max());
    range.put("min", values.min());
    return range;
  }

  /** JSON has no infinite number: a rate without a limit is the text {@code inf}. */
  private static Map<String, @Nullable Object> row(RunRow row) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    row.values()
        .forEach(
            (column, value) ->
                json.put(
                    column,
                    value instanceof Double number && Double.isInfinite(number)
                        ? PlainNumber.format(number)
                        : value));
    return json;
  }
}
