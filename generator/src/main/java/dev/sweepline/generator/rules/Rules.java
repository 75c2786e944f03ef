package dev.sweepline.generator.rules;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/** Every rule, asked in a fixed order. */
public final class Rules {
  private static final List<Rule> ALL =
      Stream.of(
              ModelRules.ALL,
              TopologyRules.ALL,
              LaunchRules.ALL,
              ExpertRules.ALL,
              SchedulerRules.ALL,
              MemoryRules.ALL,
              MeasurementRules.ALL)
          .flatMap(List::stream)
          .toList();

  private Rules() {}

  /**
   * What is wrong or doubtful. Settings without effect are not held against a configuration; that
   * they have none is told by {@link InertKeys#check}.
   */
  public static List<Finding> check(ServerConfig config, Context context) {
    Deployment deployment = Deployment.of(InertKeys.fold(config), context);
    return ALL.stream().flatMap(rule -> rule.check(deployment).stream()).toList();
  }
}
