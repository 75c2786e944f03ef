package dev.sweepline.simulator;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.simulator.fleet.Place;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code vllm serve} that make several processes one server. */
final class FleetOptions {
  @Option(names = "--headless", description = "Answer no requests: be the engines of another.")
  boolean headless;

  @Option(
      names = {"--data-parallel-size-local", "-dpl"},
      paramLabel = "N",
      description = "Engines of this process. Default: all.")
  @Nullable Integer localSize;

  @Option(
      names = {"--data-parallel-start-rank", "-dpr"},
      paramLabel = "N",
      description = "The first of them. The process that has engine 0 waits for the others.")
  int startRank;

  @Option(
      names = {"--data-parallel-address", "-dpa"},
      paramLabel = "HOST",
      description = "Where it waits for them. Without it, it has all engines itself.")
  @Nullable String address;

  @Option(
      names = {"--data-parallel-rpc-port", "-dpp"},
      paramLabel = "PORT",
      defaultValue = "29550",
      description = "Likewise. Default: ${DEFAULT-VALUE}.")
  int rpcPort;

  @Option(
      names = {"--data-parallel-hybrid-lb", "-dph"},
      description = "Answer requests with the engines of this process only.")
  boolean hybrid;

  @Option(
      names = {"--nnodes", "-n"},
      paramLabel = "N",
      defaultValue = "1",
      description = "Processes of which each has a part of every engine. Default: 1.")
  int nodes;

  @Option(
      names = {"--node-rank", "-r"},
      paramLabel = "N",
      description = "Which of them this is; 0 waits for the others.")
  int nodeRank;

  @Option(
      names = "--master-addr",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "Where it waits for them. Default: ${DEFAULT-VALUE}.")
  String masterAddress = "";

  @Option(
      names = "--master-port",
      paramLabel = "PORT",
      defaultValue = "29501",
      description = "Likewise. Default: ${DEFAULT-VALUE}.")
  int masterPort;

  /**
   * The part of this process.
   *
   * @param engines of the whole server
   * @throws UserError when the numbers do not go together, exit code 2
   */
  Place place(int engines) {
    try {
      if (nodes > 1) {
        return new Place(nodeRank, 1, nodes, masterAddress, masterPort);
      }
      return address == null
          ? new Place(0, engines, engines, "", rpcPort)
          : new Place(startRank, localEngines(engines), engines, address, rpcPort);
    } catch (IllegalArgumentException e) {
      throw new UserError(
          ExitCode.USAGE,
          (nodes > 1
                  ? "--node-rank and --nnodes: "
                  : "--data-parallel-start-rank, -size-local and -size: ")
              + e.getMessage());
    }
  }

  /** Engines that answer the requests of this process. */
  int answering(int engines) {
    return hybrid ? localEngines(engines) : engines;
  }

  private int localEngines(int engines) {
    return localSize == null ? engines - startRank : localSize;
  }
}
