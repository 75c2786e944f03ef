package dev.sweepline.generator.plan;

import dev.sweepline.contract.Plan;
import dev.sweepline.generator.profile.ClusterProfile;
import dev.sweepline.generator.profile.ClusterProfile.Launch;
import java.util.Optional;

/** A real server that is started on one machine cannot use the GPUs of several. */
public final class OneMachine {
  private OneMachine() {}

  /** One line when a plan asks for more nodes than its profile starts servers on. */
  public static Optional<String> warning(Plan plan, ClusterProfile profile) {
    int nodes = plan.resources().nodesPerJob();
    return nodes > 1 && profile.launch() == Launch.LOCAL
        ? Optional.of(
            "a configuration asks for %d nodes, but profile %s starts its server on one machine"
                .formatted(nodes, profile.name()))
        : Optional.empty();
  }
}
