package dev.sweepline.generator.sweep;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.finding.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The data-parallel sizes that use all GPUs of a configuration: ranks = nodes × GPUs per node ÷
 * (tensor × pipeline parallel size), spread evenly over the nodes. A size that is stated stays.
 *
 * @param nodes of the server
 * @param gpus of all nodes
 * @param replica GPUs of one rank
 * @param stated ranks, when the configuration says so
 */
record DataParallel(int nodes, int gpus, int replica, @Nullable Integer stated) {
  private static final String SIZE = "data_parallel_size";
  private static final String SIZE_LOCAL = "data_parallel_size_local";

  /** Empty when the machines are not stated. */
  private static Optional<DataParallel> of(Map<String, Object> identity) {
    Integer nodes = integer(identity.get("nodes"));
    Integer perNode = integer(identity.get("gpus_per_node"));
    return nodes == null || perNode == null
        ? Optional.empty()
        : Optional.of(
            new DataParallel(
                nodes,
                nodes * perNode,
                orOne(identity.get("tensor_parallel_size"))
                    * orOne(identity.get("pipeline_parallel_size")),
                integer(identity.get(SIZE))));
  }

  /** The configuration with both sizes; as it is where the GPUs do not divide. */
  static ServerConfig follow(ServerConfig config) {
    Map<String, Object> identity = config.identity();
    Optional<DataParallel> shape = of(identity).filter(DataParallel::divides);
    return shape.isPresent() ? shape.get().sized(config, identity) : config;
  }

  private ServerConfig sized(ServerConfig config, Map<String, Object> identity) {
    int ranks = stated == null ? gpus / replica : stated;
    Map<String, Object> sizes = new LinkedHashMap<>(config.toJson());
    if (stated == null) {
      sizes.put(SIZE, ranks);
    }
    // Where a replica spans nodes there is no local size.
    if (!identity.containsKey(SIZE_LOCAL) && nodes > 0 && ranks % nodes == 0) {
      sizes.put(SIZE_LOCAL, ranks / nodes);
    }
    return ServerConfig.of(sizes);
  }

  private boolean divides() {
    return stated != null || (gpus > 0 && replica > 0 && gpus % replica == 0);
  }

  /** Why the GPUs cannot be used, with the replicas that would do; empty when they can. */
  static Optional<Finding> refusal(ServerConfig config) {
    return of(config.identity())
        .filter(shape -> !shape.divides())
        .map(
            shape ->
                Finding.error(
                    "gpus_do_not_divide",
                    "tensor_parallel_size",
                    "%d GPUs cannot be split into replicas of %d (tensor × pipeline parallel size); these would do: %s"
                        .formatted(shape.gpus, shape.replica, shape.divisors())));
  }

  private List<Integer> divisors() {
    return IntStream.rangeClosed(1, Math.max(gpus, 0))
        .filter(size -> gpus % size == 0)
        .boxed()
        .toList();
  }

  private static int orOne(@Nullable Object value) {
    Integer size = integer(value);
    return size == null ? 1 : size;
  }

  private static @Nullable Integer integer(@Nullable Object value) {
    return value instanceof Number number && number.doubleValue() == number.intValue()
        ? (Integer) number.intValue()
        : null;
  }
}
