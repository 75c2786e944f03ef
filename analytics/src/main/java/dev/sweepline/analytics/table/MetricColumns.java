package dev.sweepline.analytics.table;

import dev.sweepline.analytics.read.Run;
import dev.sweepline.analytics.table.RunColumn.Group;
import dev.sweepline.measure.Metric;
import java.util.List;

/** Every metric, as {@code docs/metrics.md} has them. */
final class MetricColumns {
  static final List<RunValue> ALL = Metric.ALL.stream().map(MetricColumns::column).toList();

  private MetricColumns() {}

  private static RunValue column(Metric metric) {
    return RunValue.of(
        metric.name(),
        typeOf(metric),
        Group.METRICS,
        (Run run) -> run.result().metrics().get(metric.name()));
  }

  private static ColumnType typeOf(Metric metric) {
    if (!metric.isNumber()) {
      return ColumnType.TEXT;
    }
    return metric.unit().equals("count") && metric.decimals() == 0
        ? ColumnType.COUNT
        : ColumnType.NUMBER;
  }
}
