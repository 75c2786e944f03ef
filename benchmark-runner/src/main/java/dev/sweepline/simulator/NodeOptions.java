package dev.sweepline.simulator;

import dev.sweepline.simulator.gathering.Part;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code vllm serve} that give a process its part in a server of several nodes. */
final class NodeOptions {
  @Option(names = "--headless", description = "Answer no requests; work for process 0.")
  boolean headless;

  @Option(
      names = {"--data-parallel-size-local", "-dpl"},
      paramLabel = "N",
      description = "Engines of this process. Default: all.")
  @Nullable Integer localSize;

  @Option(
      names = {"--data-parallel-start-rank", "-dpr"},
      defaultValue = "0",
      paramLabel = "RANK",
      description = "First engine of this process. Default: ${DEFAULT-VALUE}.")
  int startRank;

  @Option(
      names = {"--data-parallel-address", "-dpa"},
      defaultValue = "127.0.0.1",
      paramLabel = "ADDRESS",
      description = "Where process 0 waits for the others. Default: ${DEFAULT-VALUE}.")
  String dataParallelAddress = "";

  @Option(
      names = {"--data-parallel-rpc-port", "-dpp"},
      defaultValue = "29550",
      paramLabel = "PORT",
      description = "Its port. Default: ${DEFAULT-VALUE}.")
  int rpcPort;

  @Option(
      names = {"--data-parallel-hybrid-lb", "-dph"},
      negatable = true,
      fallbackValue = "true",
      defaultValue = "false",
      description = "Answer for the engines of this process only.")
  boolean hybrid;

  @Option(
      names = {"--nnodes", "-n"},
      defaultValue = "1",
      paramLabel = "N",
      description = "Processes of one replica. Default: ${DEFAULT-VALUE}.")
  int nodes;

  @Option(
      names = {"--node-rank", "-r"},
      defaultValue = "0",
      paramLabel = "RANK",
      description = "Which of them this is. Default: ${DEFAULT-VALUE}.")
  int nodeRank;

  @Option(
      names = "--master-addr",
      defaultValue = "127.0.0.1",
      paramLabel = "ADDRESS",
      description = "Where the first of them waits. Default: ${DEFAULT-VALUE}.")
  String masterAddress = "";

  @Option(
      names = "--master-port",
      defaultValue = "29501",
      paramLabel = "PORT",
      description = "Its port. Default: ${DEFAULT-VALUE}.")
  int masterPort;

  @Option(
      names = "--fault-node",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "The process that has the faults of a whole process: --never-ready,"
              + " --crash-before-ready, --crash-after, --crash-after-seconds. Default:"
              + " ${DEFAULT-VALUE}.")
  int faultNode;

  /**
   * The part of this process.
   *
   * @param engines of the whole server
   */
  Part part(int engines) {
    if (nodes > 1) {
      return new Part(nodeRank, 1, nodes, masterAddress, masterPort);
    }
    if (localSize == null || localSize < 1) {
      return Part.WHOLE;
    }
    return new Part(startRank / localSize, localSize, engines, dataParallelAddress, rpcPort);
  }

  /** Engines that answer through this process. */
  int served(int engines) {
    return hybrid && localSize != null ? localSize : engines;
  }
}
