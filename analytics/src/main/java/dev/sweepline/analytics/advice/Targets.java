package dev.sweepline.analytics.advice;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.measure.Metric;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Values that runs of one size are held against.
 *
 * @param gpus that a run must state for a target to be about it
 * @param limits by metric: the least of one where more is better, else the most
 * @param label where the targets are from
 */
public record Targets(int gpus, Map<String, Double> limits, String label) {
  /** Those of the README of the framework that this one replaces: set, never measured. */
  public static final Targets ORIGINAL =
      new Targets(
          64,
          Map.of(
              "throughput_tokens_per_sec", 1000.0,
              "ttft_p95", 2000.0,
              "itl_p95", 100.0,
              "success_rate", 0.99),
          "original README");

  public Targets {
    limits = Map.copyOf(limits);
  }

  /**
   * These with some set by the user.
   *
   * @param set metric to limit; a new metric is added
   * @throws UserError when a name is no metric with a better direction, exit code 2
   */
  public Targets with(Map<String, Double> set) {
    if (set.isEmpty()) {
      return this;
    }
    Map<String, Double> merged = new LinkedHashMap<>(limits);
    set.forEach(
        (name, limit) -> {
          if (Metric.named(name)
              .filter(metric -> metric.direction() != Metric.Direction.NONE)
              .isEmpty()) {
            throw new UserError(
                ExitCode.USAGE,
                "--target %s: no metric of docs/metrics.md that is better one way".formatted(name));
          }
          merged.put(name, limit);
        });
    return new Targets(gpus, merged, label + ", changed by --target");
  }

  /** By how much a value misses its target, as a share of it; empty when it does not. */
  static OptionalDouble missed(Metric metric, double limit, double value) {
    boolean misses = metric.direction() == Metric.Direction.HIGHER ? value < limit : value > limit;
    return misses
        ? OptionalDouble.of(Math.abs(value - limit) / Math.abs(limit))
        : OptionalDouble.empty();
  }
}
