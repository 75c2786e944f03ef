package dev.sweepline.generator.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.DatasetRef;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.contract.Tool;
import dev.sweepline.generator.dataset.DatasetFile;
import dev.sweepline.generator.output.GeneratedFile;
import dev.sweepline.generator.plan.ConfigFile;
import dev.sweepline.generator.plan.LoadPoints;
import dev.sweepline.generator.plan.Planner;
import dev.sweepline.generator.profile.ClusterProfile;
import dev.sweepline.generator.profile.ProfileText;
import dev.sweepline.generator.testing.Bash;
import dev.sweepline.generator.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenScriptsTest {
  private static final Path SWEEP = Path.of("/scratch/my sweep");

  @TempDir private Path folder;

  private static ClusterProfile profile() {
    return ProfileText.read(
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
        """);
  }

  private static Plan plan() {
    ServerConfig config =
        ServerConfig.of(
            new TreeMap<>(
                Map.of(
                    "model_path",
                    "org/model",
                    "num_nodes",
                    1,
                    "gpus_per_node",
                    8,
                    "gpu_memory_utilization",
                    0.9,
                    "max_num_seqs",
                    256,
                    "enable_prefix_caching",
                    false,
                    "trust_remote_code",
                    true,
                    "extra_args",
                    Map.of("compilation_config", "{\"mode\": 3}"))));
    DatasetFile dataset =
        new DatasetFile(
            SWEEP.resolve("datasets/quick_test.jsonl"),
            new DatasetRef("quick_test", "ab".repeat(32), 100, null));
    return new Planner(
            profile(), null, dataset, LoadPoints.of(List.of("5", "inf"), List.of(64), 50), 3)
        .plan(
            List.of(new ConfigFile(Path.of("a.json"), "quick_test", "first", config)),
            new Planner.Origin(
                Instant.parse("2026-01-31T12:00:00Z"), new Tool("sweepline", "0.1.0", "17.0.15")));
  }

  private static GeneratedFile job() {
    return new JobScripts(
            plan(), profile(), new JobScripts.Run(SWEEP, SWEEP.resolve("results"), 10, 42))
        .all()
        .get(0);
  }

  private static String text(String name) {
    return switch (name) {
      case "run_head.sbatch" -> job().content();
      case "launch_all_experiments.sh" ->
          new LaunchScript(
                  SWEEP,
                  SWEEP.resolve("results"),
                  List.of("/opt/sweepline/scripts/sweepline", "aggregate"))
              .of(plan())
              .content();
      default -> throw new IllegalArgumentException(name);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"run_head.sbatch", "launch_all_experiments.sh"})
  void aScriptIsAsReviewed(String name) {
    Golden.verify(name, text(name));
  }

  @Test
  void thePlanIsAsReviewed() {
    Golden.verify("plan.json", ContractJson.current().document(plan()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"run_head.sbatch", "launch_all_experiments.sh"})
  void shellcheckFindsNothing(String name) throws IOException {
    Path script = Files.writeString(folder.resolve(name), text(name));
    assertThat(Bash.run(folder, List.of("bash", "-c", "command -v shellcheck")).code())
        .as("shellcheck must be installed: apt-get install shellcheck")
        .isZero();

    Bash.Result result = Bash.run(folder, List.of("shellcheck", "--shell=bash", script.toString()));

    assertThat(result.output()).isEmpty();
  }

  @Test
  void theOrderOfTheLoadsIsSeededAndOfEveryRepeatItsOwn() {
    List<String> orders = new LoadOrder("exp_000000000000", 42, 6).ofRepeats(3);

    assertThat(orders)
        .doesNotHaveDuplicates()
        .isEqualTo(new LoadOrder("exp_000000000000", 42, 6).ofRepeats(3))
        .allSatisfy(
            order ->
                assertThat(order.split(" "))
                    .containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5"));
  }
}
