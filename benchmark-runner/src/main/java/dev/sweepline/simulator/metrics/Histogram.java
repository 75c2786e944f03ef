package dev.sweepline.simulator.metrics;

import java.util.HashMap;
import java.util.Map;

/** Counts values in buckets; each bucket is shown with all below it, as Prometheus wants it. */
final class Histogram {
  private final double[] bounds;
  private final long[] counts;
  private long count;
  private double sum;

  private final Latency latency;

  Histogram(Latency latency) {
    this.latency = latency;
    this.bounds = latency.bounds().stream().mapToDouble(Double::doubleValue).toArray();
    this.counts = new long[bounds.length];
  }

  Latency latency() {
    return latency;
  }

  void observe(double value, int times) {
    count += times;
    sum += value * times;
    for (int i = 0; i < bounds.length; i++) {
      if (value <= bounds[i]) {
        counts[i] += times;
        return;
      }
    }
  }

  void writeTo(Exposition page, Map<String, String> labels) {
    String name = latency.metric();
    Map<String, String> withBound = new HashMap<>(labels);
    long below = 0;
    for (int i = 0; i < bounds.length; i++) {
      below += counts[i];
      withBound.put("le", Exposition.number(bounds[i]));
      page.sample(name + "_bucket", withBound, (double) below);
    }
    withBound.put("le", Exposition.number(Double.POSITIVE_INFINITY));
    page.sample(name + "_bucket", withBound, (double) count);
    page.sample(name + "_count", labels, (double) count);
    page.sample(name + "_sum", labels, sum);
  }
}
