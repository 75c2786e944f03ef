package dev.sweepline.generator.plan;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.finding.Finding;
import dev.sweepline.generator.profile.ClusterProfile;
import java.util.List;
import java.util.Optional;

/** Something that must hold for an experiment to be worth a job. */
interface PlanRule {
  /** All rules for servers of which something is known, in the order in which they are asked. */
  static List<PlanRule> all(ServerFacts facts) {
    return List.of(new NoSecrets(), new ServerRules(facts), new Startable());
  }

  /** Why a configuration is refused; empty when it is fine. */
  Optional<Finding> refusal(ServerConfig config, ClusterProfile profile);
}
