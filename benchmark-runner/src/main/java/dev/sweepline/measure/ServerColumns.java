package dev.sweepline.measure;

import dev.sweepline.measure.Metric.Direction;
import dev.sweepline.measure.verdict.Family;
import java.util.List;
import java.util.Set;

/** What the server's own metrics say; null in a run without server samples. */
final class ServerColumns {
  private static final Set<Family> FAMILY = Set.of(Family.SERVER);

  static final List<MetricColumn> ALL =
      List.of(
          count(
              "prom_preemptions",
              Direction.LOWER,
              0,
              "preemptions during the run, summed over engines; a counter that was reset starts"
                  + " again from 0"),
          share(
              "prom_cache_usage",
              Direction.NONE,
              "largest KV cache usage in the measured window, of the mean over engines"),
          share("prom_cache_usage_mean", Direction.NONE, "mean of the same"),
          share(
              "prom_prefix_hit_rate",
              Direction.HIGHER,
              "prompt tokens from the prefix cache ÷ prompt tokens looked up, during the run"),
          count(
              "prom_running_mean",
              Direction.NONE,
              2,
              "running requests of all engines, mean over the measured window"),
          count(
              "prom_waiting_mean",
              Direction.LOWER,
              2,
              "waiting requests of all engines, mean over the measured window"),
          share(
              "prom_engine_imbalance",
              Direction.LOWER,
              "(largest − smallest) ÷ largest mean of running requests over the engines"));

  private ServerColumns() {}

  private static MetricColumn share(String name, Direction direction, String definition) {
    return MetricColumn.share(name, FAMILY, direction, definition, Figures::withoutSamples);
  }

  private static MetricColumn count(
      String name, Direction direction, int decimals, String definition) {
    return MetricColumn.count(
        name, FAMILY, direction, decimals, definition, Figures::withoutSamples);
  }
}
