package dev.sweepline.generator.plan;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.profile.ClusterProfile;
import java.util.List;
import java.util.Optional;

/** Something that must hold for an experiment to be worth a job. */
interface PlanRule {
  /** All rules, in the order in which they are asked. */
  List<PlanRule> ALL = List.of(new OneNode(), new SaneModelName());

  /** For machines. */
  String code();

  /** Why a configuration is refused, with the values and the remedy; empty when it is fine. */
  Optional<String> refusal(ServerConfig config, ClusterProfile profile);
}
