package dev.sweepline.generator.plan;

import dev.sweepline.contract.Plan;
import dev.sweepline.contract.ServerConfig;
import java.util.List;
import java.util.Optional;

/**
 * How much work experiments are.
 *
 * @param repeats server starts of each
 * @param loads load points of each start
 * @param minutesPerRun assumed for one load point, its share of the start included
 */
public record Effort(int repeats, int loads, double minutesPerRun) {
  private static final double MINUTES_PER_HOUR = 60;

  /** Jobs and node-hours = Σ nodes × repeats × loads × minutes per run ÷ 60, to 0.01. */
  public Plan.Resources of(List<ServerConfig> experiments) {
    List<Integer> nodes = experiments.stream().map(Effort::nodes).toList();
    double nodeHours =
        nodes.stream().mapToLong(n -> n).sum() * repeats * loads * minutesPerRun / MINUTES_PER_HOUR;
    return new Plan.Resources(
        nodes.stream().mapToInt(n -> n).max().orElse(1),
        experiments.size() * repeats,
        minutesPerRun,
        Math.round(nodeHours * 100) / 100.0);
  }

  private static int nodes(ServerConfig config) {
    return Optional.ofNullable(config.integer("nodes")).orElse(1);
  }
}
