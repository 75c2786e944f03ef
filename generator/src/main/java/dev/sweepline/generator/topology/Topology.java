package dev.sweepline.generator.topology;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.profile.ClusterProfile;
import java.util.Optional;
import java.util.Set;

/**
 * Where the processes of a server run.
 *
 * @param mode how they find each other
 * @param nodes of the job
 * @param processes one a node, from the first node on
 * @param endpoints of these, how many answer requests
 * @param localRanks data-parallel ranks of each process; 0 where it is not told
 */
public record Topology(LaunchMode mode, int nodes, int processes, int endpoints, int localRanks) {
  /** Settings that follow from the topology, so a job script states them and not those given. */
  private static final Set<String> DERIVED = Set.of("data_parallel_size_local");

  private static final String RAY = "ray";

  /** What a configuration amounts to on a cluster. Real nodes are only given by Slurm. */
  public static Topology of(ServerConfig config, ClusterProfile profile) {
    boolean slurm = profile.launch() == ClusterProfile.Launch.SLURM;
    Shape shape = Shape.of(config, slurm ? size(config, "nodes") : 1);
    if (slurm && usesRay(config, profile)) {
      return new Topology(LaunchMode.RAY, shape.nodes(), 1, 1, shape.localRanks());
    }
    if (shape.nodes() > 1 && shape.ranks() > 1) {
      boolean hybrid = Boolean.TRUE.equals(config.value("data_parallel_hybrid_lb"));
      return new Topology(
          hybrid ? LaunchMode.HYBRID : LaunchMode.DATA_PARALLEL,
          shape.nodes(),
          shape.nodes(),
          hybrid ? shape.nodes() : 1,
          shape.localRanks());
    }
    return shape.nodesOfReplica() > 1
        ? new Topology(LaunchMode.MULTI_NODE, shape.nodes(), shape.nodesOfReplica(), 1, 0)
        : new Topology(LaunchMode.ONE_NODE, shape.nodes(), 1, 1, 0);
  }

  private static boolean usesRay(ServerConfig config, ClusterProfile profile) {
    return Optional.ofNullable(config.text("distributed_executor_backend"))
        .map(RAY::equals)
        .orElse(profile.server().executor() == ClusterProfile.Executor.RAY);
  }

  /** Why no script could start this; empty when one can. */
  public static Optional<String> obstacle(ServerConfig config, ClusterProfile profile) {
    if (Boolean.TRUE.equals(config.value("data_parallel_external_lb"))) {
      return Optional.of(
          "data_parallel_external_lb needs a server for each rank, which no job script starts; use"
              + " data_parallel_hybrid_lb");
    }
    Topology topology = of(config, profile);
    boolean ranks = topology.mode == LaunchMode.DATA_PARALLEL || topology.mode == LaunchMode.HYBRID;
    Shape shape = Shape.of(config, topology.nodes);
    if (ranks && shape.nodesOfReplica() > 1) {
      return Optional.of(
          "%d data-parallel ranks that take %d nodes each are only started by Ray; set distributed_executor_backend and data_parallel_backend to ray"
              .formatted(shape.ranks(), shape.nodesOfReplica()));
    }
    return ranks && shape.ranks() % topology.nodes != 0
        ? Optional.of(
            "%d data-parallel ranks do not spread evenly over %d nodes"
                .formatted(shape.ranks(), topology.nodes))
        : Optional.empty();
  }

  /** Whether a job script states this setting by itself. */
  public boolean derives(String key) {
    return localRanks > 0 && DERIVED.contains(key);
  }

  static int size(ServerConfig config, String key) {
    Integer stated = config.integer(key);
    return stated == null || stated < 1 ? 1 : stated;
  }
}
