package dev.sweepline.generator.plan;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.finding.Finding;
import dev.sweepline.generator.profile.ClusterProfile;
import dev.sweepline.generator.topology.Topology;
import java.util.Optional;

/** A job script must be able to start the processes of the server. */
final class Startable implements PlanRule {
  @Override
  public Optional<Finding> refusal(ServerConfig config, ClusterProfile profile) {
    return Topology.obstacle(config, profile)
        .map(reason -> Finding.error("not_startable", null, reason));
  }
}
