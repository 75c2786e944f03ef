package dev.sweepline.generator.script;

import dev.sweepline.contract.DatasetRef;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.contract.Tool;
import dev.sweepline.generator.dataset.DatasetFile;
import dev.sweepline.generator.plan.ConfigFile;
import dev.sweepline.generator.plan.LoadPoints;
import dev.sweepline.generator.plan.Planner;
import dev.sweepline.generator.plan.ServerFacts;
import dev.sweepline.generator.profile.ClusterProfile;
import dev.sweepline.generator.profile.ProfileText;
import dev.sweepline.generator.topology.LaunchMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The script of one experiment for each way to launch a server. */
final class SampleScripts {
  static final Path SWEEP = Path.of("/scratch/my sweep");
  private static final String SITE =
      """
      name: site
      launch: slurm
      serve: [vllm, serve]
      serve_args: [--seed, '0']
      java: java
      environment: {NCCL_IB_HCA: 'mlx5_0,mlx5_1', NOTE: it's quoted}
      modules: [cuda/12.4]
      partition: gpu
      account: project
      time_limit: '04:00:00'
      cpus_per_task: 16
      memory: 200G
      """;

  private SampleScripts() {}

  /** What stands in the profile besides. */
  private static String more(LaunchMode mode) {
    return switch (mode) {
      case ONE_NODE -> "";
      case DATA_PARALLEL ->
          """
          interface: ib0
          version: [vllm, --version]
          activate: [/shared/conda/bin/activate, vllm]
          """;
      case HYBRID ->
          """
          qos: high
          constraint: h200&ib
          gres: gpu:h200:${gpus}
          exclusive: true
          max_requeues: 3
          """;
      case MULTI_NODE ->
          """
          container: {image: /images/vllm.sqsh, mounts: ['/models:/models:ro'], options: [--no-container-mount-home]}
          requeue: false
          """;
      case RAY -> "executor: ray\ntemp_dir: /scratch/local\n";
    };
  }

  private static Map<String, Object> settings(LaunchMode mode) {
    return switch (mode) {
      case ONE_NODE ->
          Map.of(
              "num_nodes",
              1,
              "gpu_memory_utilization",
              0.9,
              "max_num_seqs",
              256,
              "enable_prefix_caching",
              false,
              "trust_remote_code",
              true,
              "extra_args",
              Map.of("compilation_config", "{\"mode\": 3}"));
      case DATA_PARALLEL ->
          Map.of("num_nodes", 4, "data_parallel_size", 16, "tensor_parallel_size", 2);
      case HYBRID ->
          Map.of(
              "num_nodes",
              2,
              "data_parallel_size",
              16,
              "data_parallel_size_local",
              8,
              "data_parallel_hybrid_lb",
              true,
              "api_server_count",
              4);
      case MULTI_NODE ->
          Map.of("num_nodes", 2, "tensor_parallel_size", 8, "pipeline_parallel_size", 2);
      case RAY -> Map.of("num_nodes", 2, "tensor_parallel_size", 16);
    };
  }

  static ClusterProfile profile(LaunchMode mode) {
    return ProfileText.read(SITE + more(mode));
  }

  static ServerConfig config(LaunchMode mode) {
    Map<String, Object> config = new TreeMap<>(settings(mode));
    config.put("model_path", "org/model");
    config.put("gpus_per_node", 8);
    return ServerConfig.of(config);
  }

  static Plan plan(LaunchMode mode) {
    DatasetFile dataset =
        new DatasetFile(
            SWEEP.resolve("datasets/quick_test.jsonl"),
            new DatasetRef("quick_test", "ab".repeat(32), 100, null),
            null);
    return new Planner(
            profile(mode),
            ServerFacts.NONE,
            dataset,
            LoadPoints.of(List.of("5", "inf"), List.of(64), 50),
            3)
        .plan(
            List.of(new ConfigFile(Path.of("a.json"), "quick_test", "first", config(mode))),
            new Planner.Origin(
                Instant.parse("2026-01-31T12:00:00Z"), new Tool("sweepline", "0.1.0", "17.0.15")),
            Planner.Goal.NONE);
  }

  static String script(LaunchMode mode) {
    return new JobScripts(
            plan(mode), profile(mode), new JobScripts.Run(SWEEP, SWEEP.resolve("results"), 10, 42))
        .all()
        .get(0)
        .content();
  }
}
