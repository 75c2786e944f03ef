package dev.sweepline.generator.rules;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a server runs on. */
record Machines(int nodes, int gpusPerNode) {
  private static final int SHOWN = 4;

  /** Null when nodes or GPUs are not stated, or not above 0. */
  static @Nullable Machines of(Deployment it) {
    Integer nodes = it.nodes();
    Integer gpus = it.gpusPerNode();
    return nodes == null || gpus == null || nodes < 1 || gpus < 1
        ? null
        : new Machines(nodes, gpus);
  }

  int gpus() {
    return nodes * gpusPerNode;
  }

  /** Whether a replica fits into a node, or fills whole ones. */
  boolean hold(int replica) {
    return replica <= gpusPerNode
        ? gpusPerNode % replica == 0
        : replica % gpusPerNode == 0 && nodes % (replica / gpusPerNode) == 0;
  }

  /** Whether every node gets as many ranks as the others; a replica of whole nodes always does. */
  boolean spread(int ranks, int replica) {
    return ranks == 1 || replica > gpusPerNode || ranks % nodes == 0;
  }

  /** Some topologies that use all GPUs, those like the stated one first. */
  String alternatives(Deployment it) {
    List<String> fitting =
        Stream.concat(
                Stream.of(topology(it.tensor(), it.pipeline())),
                Stream.concat(
                    sizes().map(tensor -> topology(tensor, it.pipeline())),
                    sizes().map(tensor -> topology(tensor, 1))))
            .flatMap(topologies -> topologies)
            .distinct()
            .limit(SHOWN)
            .toList();
    return fitting.stream()
        .collect(Collectors.joining(", ", "these would fit (tensor × pipeline × data): ", ""));
  }

  private Stream<Integer> sizes() {
    return IntStream.rangeClosed(1, gpus()).filter(it -> gpus() % it == 0).boxed();
  }

  private Stream<String> topology(int tensor, int pipeline) {
    int replica = tensor * pipeline;
    return gpus() % replica == 0 && hold(replica)
        ? Stream.of("%d × %d × %d".formatted(tensor, pipeline, gpus() / replica))
        : Stream.empty();
  }

  @Override
  public String toString() {
    return "%d nodes with %d GPUs have %d".formatted(nodes, gpusPerNode, gpus());
  }
}
