package dev.sweepline.measure;

import dev.sweepline.measure.Metric.Direction;
import dev.sweepline.measure.Metric.Scale;
import dev.sweepline.measure.requests.Latency;
import dev.sweepline.measure.stats.Statistic;
import java.util.List;
import java.util.Set;

/** How well the load generator kept its time. */
final class ClientColumns {
  private static final double US_PER_MS = 1000;
  private static final int DECIMALS = 3;

  static final List<MetricColumn> ALL =
      List.of(column(Statistic.P50, 0.5), column(Statistic.P99, 0.99));

  private ClientColumns() {}

  private static MetricColumn column(Statistic statistic, double fraction) {
    return MetricColumn.number(
            "client_lateness_" + statistic.suffix(),
            "ms",
            Set.of(),
            Direction.LOWER,
            Scale.DIFFERENCE,
            DECIMALS,
            statistic.phrase()
                + " of sent − later of due time and free permit, of all measured requests that were"
                + " sent; null in a closed loop",
            figures -> figures.spread(Latency.LATENESS).figure(statistic) / US_PER_MS)
        .percentile(fraction, figures -> figures.spread(Latency.LATENESS).size());
  }
}
