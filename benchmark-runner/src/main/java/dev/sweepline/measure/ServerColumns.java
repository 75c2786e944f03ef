package dev.sweepline.measure;

import dev.sweepline.measure.Metric.Direction;
import dev.sweepline.measure.Metric.Scale;
import dev.sweepline.measure.requests.Latency;
import dev.sweepline.measure.server.ServerSeries;
import dev.sweepline.measure.stats.Statistic;
import dev.sweepline.measure.verdict.Family;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What the server's own metrics say; null in a run without server samples. */
final class ServerColumns {
  private static final Set<Family> FAMILY = Set.of(Family.SERVER);
  private static final double US_PER_MS = 1000;
  private static final int TIME_DECIMALS = 3;

  static final List<MetricColumn> ALL =
      List.of(
          count(
              "prom_preemptions",
              Direction.LOWER,
              0,
              "preemptions from the first sample of the run to the last, summed over engines; a"
                  + " counter that was reset starts again from 0",
              ServerSeries::preemptions),
          share(
              "prom_cache_usage",
              Direction.NONE,
              "largest KV cache usage in the measured window, of the mean over engines at the"
                  + " moments at which each told it",
              ServerSeries::cacheUsageMax),
          share(
              "prom_cache_usage_mean",
              Direction.NONE,
              "KV cache usage, mean over the samples of an engine in the measured window and over"
                  + " engines",
              ServerSeries::cacheUsageMean),
          share(
              "prom_prefix_hit_rate",
              Direction.HIGHER,
              "prompt tokens from the engines' own prefix cache ÷ (those + prompt tokens computed),"
                  + " from the first sample to the last; of a server that does not tell the source"
                  + " of its tokens, prefix cache hits ÷ queries",
              ServerSeries::prefixHitRate),
          count(
              "prom_running_mean",
              Direction.NONE,
              2,
              "running requests, mean over the samples of an engine in the measured window, summed"
                  + " over engines",
              ServerSeries::runningMean),
          count(
              "prom_waiting_mean",
              Direction.LOWER,
              2,
              "waiting requests, likewise",
              ServerSeries::waitingMean),
          share(
              "prom_engine_imbalance",
              Direction.LOWER,
              "(largest − smallest) ÷ largest mean of running requests over the engines; 0 of one"
                  + " engine",
              ServerSeries::imbalance),
          MetricColumn.time(
              "prom_ttft_mean",
              FAMILY,
              "mean of the server's own time to first token, by sum and count of its histogram from"
                  + " the last sample before the measured window to the first after it, all engines"
                  + " together",
              figures -> figures.server().ttftMeanMs()),
          MetricColumn.number(
              "prom_ttft_difference",
              "ms",
              Set.of(Family.SERVER, Family.TTFT),
              Direction.NONE,
              Scale.DIFFERENCE,
              TIME_DECIMALS,
              "`service_ttft_mean` − `prom_ttft_mean`: what network and client add; the server also"
                  + " counts requests that failed later and those of warm-up and drain at the edges"
                  + " of the window",
              ServerColumns::ttftDifferenceMs));

  private ServerColumns() {}

  private static double ttftDifferenceMs(Figures figures) {
    double client = figures.spread(Latency.SERVICE_TTFT).figure(Statistic.MEAN) / US_PER_MS;
    return client - figures.server().ttftMeanMs();
  }

  private static MetricColumn share(
      String name, Direction direction, String definition, ToDoubleFunction<ServerSeries> value) {
    return MetricColumn.share(
        name, FAMILY, direction, definition, figures -> value.applyAsDouble(figures.server()));
  }

  private static MetricColumn count(
      String name,
      Direction direction,
      int decimals,
      String definition,
      ToDoubleFunction<ServerSeries> value) {
    return MetricColumn.count(
        name,
        FAMILY,
        direction,
        decimals,
        definition,
        figures -> value.applyAsDouble(figures.server()));
  }
}
