package dev.sweepline.generator.plan;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.finding.Finding;
import dev.sweepline.generator.profile.ClusterProfile;
import java.util.Optional;

/** A job script starts its server on one node. */
final class OneNode implements PlanRule {
  @Override
  public Optional<Finding> refusal(ServerConfig config, ClusterProfile profile) {
    Integer nodes = config.integer("nodes");
    return nodes != null && nodes > 1 && profile.launch() == ClusterProfile.Launch.SLURM
        ? Optional.of(
            Finding.error(
                "one_node",
                null,
                "multi-node jobs are not supported yet, this one asks for %d nodes; make the configuration with --nodes 1"
                    .formatted(nodes)))
        : Optional.empty();
  }
}
