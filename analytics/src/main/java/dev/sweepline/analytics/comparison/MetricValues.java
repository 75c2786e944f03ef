package dev.sweepline.analytics.comparison;

import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.measure.Metric;
import java.util.List;
import java.util.Objects;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.jspecify.annotations.Nullable;

/**
 * A metric over the runs that can be used for it, whether their configuration is known or not.
 *
 * @param count runs with a value
 * @param mean null without runs
 * @param min null without runs
 * @param max null without runs
 */
public record MetricValues(
    long count, @Nullable Double mean, @Nullable Double min, @Nullable Double max) {
  /** Of all usable runs among the given ones. */
  public static MetricValues of(List<RunRow> rows, String metric) {
    ComparedMetric compared = ComparedMetric.of(Metric.named(metric).orElseThrow());
    SummaryStatistics statistics = new SummaryStatistics();
    rows.stream()
        .filter(row -> isUsable(row, compared))
        .map(row -> row.number(metric))
        .filter(Objects::nonNull)
        .forEach(statistics::addValue);
    return statistics.getN() == 0
        ? new MetricValues(0, null, null, null)
        : new MetricValues(
            statistics.getN(), statistics.getMean(), statistics.getMin(), statistics.getMax());
  }

  /** Whether any metric of a run can be used at all. */
  public static boolean isUsable(RunRow row) {
    return !row.isSuperseded() && !UsableRuns.INVALID.equals(row.text(RunsTable.VERDICT));
  }

  static boolean isUsable(RunRow row, ComparedMetric metric) {
    return isUsable(row) && metric.survives(row.list(RunsTable.VOIDED));
  }
}
