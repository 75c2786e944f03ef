package dev.sweepline.generator.sweep;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.contract.UserError;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data-parallel sizes that use all GPUs of a configuration: ranks = nodes × GPUs per node ÷
 * (tensor × pipeline parallel size), spread evenly over the nodes.
 */
final class DataParallel {
  static final String SIZE = "data_parallel_size";
  static final String SIZE_LOCAL = "data_parallel_size_local";

  private DataParallel() {}

  /**
   * Sets both sizes, except one that is overridden.
   *
   * @throws UserError exit code 64 when the GPUs do not divide
   */
  static ServerConfig follow(ServerConfig config, Overrides overrides) {
    Integer gpus = config.gpus();
    if (gpus == null || overrides.sets(SIZE)) {
      return config;
    }
    int replica = size(config, "tensor_parallel_size") * size(config, "pipeline_parallel_size");
    if (replica < 1 || gpus < 1 || gpus % replica != 0) {
      throw new UserError(
          ExitCode.REFUSED,
          "%d GPUs cannot be split into replicas of %d (tensor × pipeline parallel size)"
              .formatted(gpus, replica));
    }
    int ranks = gpus / replica;
    ServerConfig sized = Overrides.replace(config, SIZE, ranks);
    return overrides.sets(SIZE_LOCAL)
        ? sized
        : Overrides.replace(sized, SIZE_LOCAL, local(ranks, nodes(config)));
  }

  /** Null, so that the key is left out, where a replica spans nodes. */
  private static @Nullable Integer local(int ranks, int nodes) {
    return ranks % nodes == 0 ? (Integer) (ranks / nodes) : null;
  }

  private static int nodes(ServerConfig config) {
    return Objects.requireNonNull(config.integer("nodes"));
  }

  private static int size(ServerConfig config, String key) {
    return Stream.ofNullable(config.integer(key)).findFirst().orElse(1);
  }
}
