package dev.sweepline.analytics.comparison;

import dev.sweepline.measure.Metric;

/** Metrics of every run, by column. */
final class Metrics {
  private Metrics() {}

  static ComparedMetric of(String name) {
    return ComparedMetric.of(Metric.named(name).orElseThrow());
  }
}
