package dev.sweepline.analytics.table;

import dev.sweepline.analytics.read.Run;
import dev.sweepline.analytics.table.RunColumn.Group;
import dev.sweepline.measure.Metric;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The clock of the times, and every metric. */
final class MetricColumns {
  private static final Set<String> TEXTS = Set.of("itl_basis");

  static final List<RunColumn> ALL =
      Stream.concat(
              Stream.of(
                  RunColumn.text(
                      RunsTable.MEASURED_FROM,
                      Group.METRICS,
                      run -> run.description().measuredFrom().name().toLowerCase(Locale.ROOT))),
              Metric.ALL.stream()
                  .filter(metric -> !metric.name().equals(RunsTable.MEASURED_FROM))
                  .map(MetricColumns::column))
          .toList();

  private MetricColumns() {}

  private static RunColumn column(Metric metric) {
    return new RunColumn(
        metric.name(),
        TEXTS.contains(metric.name()) ? ColumnType.TEXT : ColumnType.NUMBER,
        Group.METRICS,
        (Run run) -> run.result().metrics().get(metric.name()));
  }
}
