package dev.sweepline.analytics.comparison;

import java.util.List;

/**
 * All that a report says of a sweep, beside the comparisons that were asked for.
 *
 * @param look which report it is
 * @param metrics the first one is that of the answer
 * @param pareto sets that were asked for, or the usual one
 * @param loads curves over the load, with limits where there are some
 * @param top lists that were asked for
 */
public record SweepFindings(
    Look look,
    List<MetricFindings> metrics,
    List<ParetoSet> pareto,
    List<HighestLoad> loads,
    List<TopList> top) {
  public SweepFindings {
    metrics = List.copyOf(metrics);
    pareto = List.copyOf(pareto);
    loads = List.copyOf(loads);
    top = List.copyOf(top);
  }

  /** Of the metric that the answer is about. */
  public MetricFindings main() {
    return metrics.get(0);
  }
}
