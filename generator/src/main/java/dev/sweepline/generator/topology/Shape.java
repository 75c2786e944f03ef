package dev.sweepline.generator.topology;

import dev.sweepline.contract.ServerConfig;

/**
 * The sizes of a server.
 *
 * @param nodes of the job
 * @param gpusPerNode as stated, else as many as the server would use of each node
 * @param ranks data-parallel
 * @param replica GPUs of one rank
 */
record Shape(int nodes, int gpusPerNode, int ranks, int replica) {
  static Shape of(ServerConfig config, int nodes) {
    int replica =
        Topology.size(config, "tensor_parallel_size")
            * Topology.size(config, "pipeline_parallel_size")
            * Topology.size(config, "prefill_context_parallel_size");
    int ranks = Topology.size(config, "data_parallel_size");
    Integer gpus = config.integer("gpus_per_node");
    int used = parts(ranks * replica, nodes);
    return new Shape(nodes, gpus == null || gpus < 1 ? used : gpus, ranks, replica);
  }

  /** Nodes that one rank takes, at most those of the job. */
  int nodesOfReplica() {
    return Math.min(nodes, parts(replica, gpusPerNode));
  }

  /** Ranks of each node; 0 where there is one rank. */
  int localRanks() {
    return ranks == 1 ? 0 : Math.max(1, ranks / nodes);
  }

  private static int parts(int whole, int part) {
    return (whole + part - 1) / part;
  }
}
