package dev.sweepline.generator.script;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.profile.ClusterProfile;
import dev.sweepline.generator.topology.LaunchMode;
import dev.sweepline.generator.topology.Topology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a script that say how its server is started. */
final class ServerValues {
  /** Only a process that answers requests takes this. */
  private static final String ENDPOINT_SETTING = "api_server_count";

  private final ServerConfig config;
  private final ClusterProfile profile;
  private final FlagCatalogue catalogue;
  private final Topology topology;
  private final Path sweepDirectory;

  /**
   * @param catalogue of the server that will be started
   * @param sweepDirectory absolute
   */
  ServerValues(
      ServerConfig config, ClusterProfile profile, FlagCatalogue catalogue, Path sweepDirectory) {
    this.config = config;
    this.profile = profile;
    this.catalogue = catalogue;
    this.topology = Topology.of(config, profile);
    this.sweepDirectory = sweepDirectory;
  }

  void addTo(Map<String, String> values) {
    ClusterProfile.Server server = profile.server();
    String model = new ServeOptions(config, catalogue).servedModel();
    ContractJson json = ContractJson.current();
    values.put("launch_mode", topology.mode().toString());
    values.put("nodes", String.valueOf(topology.nodes()));
    values.put("server_processes", String.valueOf(topology.processes()));
    values.put("endpoints", String.valueOf(topology.endpoints()));
    values.put("local_ranks", String.valueOf(topology.localRanks()));
    values.put("gpus_per_node", String.valueOf(gpus()));
    values.put("ready_timeout", String.valueOf(server.readyTimeoutS()));
    values.put("stop_timeout", String.valueOf(server.stopTimeoutS()));
    values.put("model", ShellWords.quote(model));
    values.put("model_json", ShellWords.quote(json.line(model)));
    values.put("probe", ShellWords.quote(json.line(probe(model))));
    values.put("serve", ShellWords.array(server.serve()));
    values.put("arguments", ShellWords.array(arguments()));
    values.put("endpoint_arguments", ShellWords.array(endpointArguments()));
    values.put("container", ShellWords.array(container()));
    values.put("version_command", ShellWords.array(server.version()));
    values.put("ray", ShellWords.array(server.ray()));
  }

  private int gpus() {
    Integer stated = config.integer("gpus_per_node");
    boolean asked =
        profile.launch() == ClusterProfile.Launch.SLURM
            && profile.batch().gpus().option(stated).isPresent();
    return stated == null || !asked ? 0 : stated;
  }

  /** The same for every process of the server. */
  List<String> arguments() {
    ServerConfig common = config.without(ENDPOINT_SETTING);
    for (String key : config.identity().keySet()) {
      common = topology.derives(key) ? common.without(key) : common;
    }
    List<String> arguments = new ArrayList<>(new ServeOptions(common, catalogue).arguments());
    if (topology.mode() == LaunchMode.RAY) {
      arguments.addAll(rayArguments());
    }
    arguments.addAll(profile.server().arguments());
    return arguments;
  }

  private List<String> rayArguments() {
    List<String> arguments = new ArrayList<>();
    if (config.value("distributed_executor_backend") == null) {
      arguments.addAll(List.of("--distributed-executor-backend", "ray"));
    }
    if (topology.localRanks() > 0) {
      if (config.value("data_parallel_backend") == null) {
        arguments.addAll(List.of("--data-parallel-backend", "ray"));
      }
      arguments.addAll(
          List.of("--data-parallel-size-local", String.valueOf(topology.localRanks())));
    }
    return arguments;
  }

  private List<String> endpointArguments() {
    Object count = config.value(ENDPOINT_SETTING);
    return count == null
        ? List.of()
        : List.of("--" + ENDPOINT_SETTING.replace('_', '-'), count.toString());
  }

  /** The sweep is mounted too, because a server leaves its step's id there. */
  private List<String> container() {
    return Optional.ofNullable(profile.server().container())
        .map(
            container -> {
              List<String> mounts = new ArrayList<>(container.mounts());
              mounts.add(sweepDirectory + ":" + sweepDirectory);
              List<String> options =
                  new ArrayList<>(
                      List.of(
                          "--container-image=" + container.image(),
                          "--container-mounts=" + String.join(",", mounts)));
              options.addAll(container.options());
              return options;
            })
        .orElse(new ArrayList<>());
  }

  /** The smallest request that makes a server work. */
  private static Map<String, Object> probe(String model) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("model", model);
    request.put("prompt", "Hello");
    request.put("max_tokens", 1);
    return request;
  }
}
