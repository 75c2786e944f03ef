package dev.sweepline.generator.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a server's ranks lie on its GPUs. All are silent unless nodes and GPUs are stated. */
final class TopologyRules {
  static final List<Rule> ALL =
      List.of(
          Rule.error("gpus_missing", null, TopologyRules::missing),
          Rule.warning("gpus_idle", null, TopologyRules::idle),
          Rule.error("replica_spread", null, TopologyRules::replicaSpread),
          Rule.error("data_parallel_spread", Deployment.DATA, TopologyRules::rankSpread),
          Rule.error("local_size", "data_parallel_size_local", TopologyRules::localSize),
          Rule.warning("tensor_parallel_network", Deployment.TENSOR, TopologyRules::network),
          Rule.error(
              "context_parallel", "decode_context_parallel_size", TopologyRules::decodeContext),
          Rule.error(
              "prefill_context_parallel",
              Deployment.PREFILL_CONTEXT,
              it ->
                  it.prefillContext() > 1 && it.data() > 1
                      ? "does not go with data_parallel_size %d; leave one of them out"
                          .formatted(it.data())
                      : null));

  private TopologyRules() {}

  private static @Nullable String missing(Deployment it) {
    Machines machines = Machines.of(it);
    return machines != null && it.used() > machines.gpus()
        ? "%s are %d GPUs, but %s; %s"
            .formatted(product(it), it.used(), machines, machines.alternatives(it))
        : null;
  }

  private static @Nullable String idle(Deployment it) {
    Machines machines = Machines.of(it);
    return machines != null && it.used() < machines.gpus()
        ? "%s use %d GPUs of %d, the others idle; %s"
            .formatted(product(it), it.used(), machines.gpus(), machines.alternatives(it))
        : null;
  }

  private static @Nullable String replicaSpread(Deployment it) {
    Machines machines = Machines.of(it);
    return machines != null && !machines.hold(it.replica())
        ? "a replica of %d GPUs neither fits into a node nor fills whole ones: %s; %s"
            .formatted(it.replica(), machines, machines.alternatives(it))
        : null;
  }

  private static @Nullable String rankSpread(Deployment it) {
    Machines machines = Machines.of(it);
    return machines == null || machines.spread(it.data(), it.replica())
        ? null
        : "%d ranks do not spread evenly over %d nodes; %s"
            .formatted(it.data(), machines.nodes(), machines.alternatives(it));
  }

  private static @Nullable String localSize(Deployment it) {
    Integer stated = it.integer("data_parallel_size_local");
    Machines machines = Machines.of(it);
    if (stated == null || machines == null || it.data() % machines.nodes() != 0) {
      return null;
    }
    int derived = it.data() / machines.nodes();
    return stated == derived
        ? null
        : "%d ranks on %d nodes are %d a node, not %d; leave it out, it is derived"
            .formatted(it.data(), machines.nodes(), derived, stated);
  }

  private static @Nullable String network(Deployment it) {
    Machines machines = Machines.of(it);
    return machines != null && it.tensor() > machines.gpusPerNode()
        ? "%d ranks on nodes with %d GPUs exchange every layer over the network; pipeline stages"
                .formatted(it.tensor(), machines.gpusPerNode())
            + " between nodes cost less"
        : null;
  }

  private static @Nullable String decodeContext(Deployment it) {
    Integer size = it.integer("decode_context_parallel_size");
    return size != null && size > 0 && it.tensor() % size != 0
        ? "tensor_parallel_size %d does not divide by it, got: %d".formatted(it.tensor(), size)
        : null;
  }

  private static String product(Deployment it) {
    return "tensor %d × pipeline %d × data %d%s"
        .formatted(
            it.tensor(),
            it.pipeline(),
            it.data(),
            it.prefillContext() == 1 ? "" : " × prefill context " + it.prefillContext());
  }
}
