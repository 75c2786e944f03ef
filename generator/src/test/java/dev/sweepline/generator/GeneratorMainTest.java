package dev.sweepline.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.testing.Bash;
import dev.sweepline.generator.testing.SweepFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands as a user types them, each in a Java of its own and an empty folder. */
class GeneratorMainTest {
  @TempDir private Path folder;

  private Bash.Result sweepline(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                GeneratorMain.class.getName()));
    command.addAll(List.of(arguments));
    return Bash.run(folder, command);
  }

  private long files(String below) throws IOException {
    try (Stream<Path> paths = Files.walk(folder.resolve(below))) {
      return paths.filter(Files::isRegularFile).count();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "config --phse all | 2 | did you mean --phase?",
        "config --phase memory_btch | 2 | unknown phase memory_btch; known are memory_batch,",
        "config --sweep none.yaml | 66 | none.yaml: no such file",
        "config --sweep a.yaml --phase all | 2 | --sweep and --phase exclude each other",
        "config --vllm-version new | 2 | a version of vLLM must look like 0.29",
        "config --phase all --max-experiments 9 | 64 | 142 experiments are more than --max-experiments 9; --yes",
        "config --quick-test --nodes 1 --set tensor_parallel_size=3 | 64 | these would do: [1, 2, 4, 8]",
        "config --set x | 2 | --set x: must be KEY=VALUE",
        "dataset --length-distribution short=2 | 2 | a share must be from 0 to 1, got: 2",
        "dataset --create-suite --num-prompts 5 | 2 | --create-suite has its own sizes",
        "dataset --num-prompts 0 | 2 | prompts must be from 1 to 1000000, got: 0",
        "sbatch | 66 | configs: no such folder; make configurations with",
        "sbatch --single-config none.json | 66 | none.json: no such file",
      })
  void badInputIsOneLineAndItsExitCode(String command, int code, String message) {
    Bash.Result result = sweepline(command.split(" "));

    assertThat(result.code()).isEqualTo(code);
    assertThat(result.output()).contains(message).hasLineCount(1);
  }

  @Test
  void memoryBatchWritesAFileForEachExperimentUnderItsId() throws IOException {
    Bash.Result result = sweepline("config", "--phase", "memory_batch");

    assertThat(result.output())
        .contains("memory_batch: 96 raw, 96 distinct, 0 refused", "96 written");
    try (Stream<Path> paths = Files.list(folder.resolve("configs/memory_batch"))) {
      assertThat(paths)
          .hasSize(96)
          .allSatisfy(
              file ->
                  assertThat(file.getFileName().toString())
                      .isEqualTo(
                          ContractJson.read(ServerConfig.class, file).experimentId() + ".json"));
    }
  }

  @Test
  void theSameCommandAgainChangesNothing() {
    sweepline("config", "--quick-test", "--nodes", "1");

    assertThat(sweepline("config", "--quick-test", "--nodes", "1").output())
        .contains("0 written, 1 unchanged");
  }

  @Test
  void otherContentIsRefusedWithoutForce() {
    sweepline("config", "--quick-test", "--nodes", "1");

    assertThat(sweepline("config", "--quick-test", "--nodes", "2").code()).isEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource({"--dry-run", "--list"})
  void lookingWritesNothing(String option) throws IOException {
    assertThat(sweepline("config", "--phase", "all", option).output())
        .contains("all: 268 raw, 197 distinct, 55 refused");

    assertThat(files("")).isZero();
  }

  @Test
  void manyExperimentsAreWrittenWithoutAskingWhenToldSo() throws IOException {
    sweepline("config", "--phase", "scheduler", "--max-experiments", "1", "--yes");

    assertThat(files("configs")).isEqualTo(2);
  }

  @Test
  void theExampleSweepIsPlannedWithItsLoadsAndRepeats() throws IOException {
    String example =
        Path.of(System.getProperty("sweepline.root"), "docs/examples/sweep.yaml")
            .toAbsolutePath()
            .toString();
    new SweepFolder(folder);

    sweepline("config", "--sweep", example);
    Bash.Result result =
        sweepline(
            "sbatch",
            "--cluster",
            "profile.yaml",
            "--dataset",
            "prompts.jsonl",
            "--sweep",
            example,
            "--max-prompts",
            "1");

    // 26 experiments of docs/examples/sweep.yaml, 3 rates and a concurrency, 3 repeats.
    assertThat(result.output()).contains("26 experiments, 4 loads, 3 repeats: 78 server starts");
  }

  @Test
  void onlyTheExperimentsOfASweepArePlannedWithItsReferenceAndLimits() throws IOException {
    SweepFolder sweep = new SweepFolder(folder);
    sweep.config("other", Map.of("model", "m", "max_num_seqs", 7));
    Files.writeString(
        folder.resolve("s.yaml"),
        """
        base: {model_path: m}
        parts: [{name: seqs, axes: {max_num_seqs: [8, 16]}}]
        reference: {max_num_seqs: 16}
        slo: {ttft: 500}
        """);
    String[] plan = {
      "sbatch", "--cluster", "profile.yaml", "--dataset", "prompts.jsonl", "--sweep", "s.yaml"
    };

    assertThat(sweepline(plan).output())
        .contains("none of 1 configurations is one of the 2 experiments of s.yaml");
    sweepline("config", "--sweep", "s.yaml");
    sweepline(plan);

    Plan written = ContractJson.read(Plan.class, folder.resolve("plan.json"));
    assertThat(written.experiments())
        .extracting(it -> it.config().integer("max_num_seqs"))
        .containsExactlyInAnyOrder(8, 16);
    assertThat(written.experiments())
        .filteredOn(it -> it.expId().equals(written.reference()))
        .singleElement()
        .satisfies(it -> assertThat(it.config().integer("max_num_seqs")).isEqualTo(16));
    assertThat(written.slo()).isEqualTo(new Plan.Slo(500.0, null, null));
  }

  @Test
  void aPlanIsCheckedAgainstTheGpuThatIsNamed() throws IOException {
    new SweepFolder(folder)
        .config("big", Map.of("model", "zai-org/GLM-4.6", "nodes", 1, "gpus_per_node", 1));
    String[] plan = {
      "sbatch", "--cluster", "profile.yaml", "--dataset", "prompts.jsonl", "--gpu", "H200"
    };

    Bash.Result result = sweepline(plan);

    assertThat(result.code()).as(result.output()).isEqualTo(64);
    assertThat(result.output()).contains("H200");
  }

  @Test
  void aServerOfAnOldVersionGetsTheOptionsThatItHas() throws IOException {
    SweepFolder sweep = new SweepFolder(folder);
    String id = sweep.config("a", Map.of("model", "m", "max_num_partial_prefills", 2));

    sweepline(
        "sbatch",
        "--cluster",
        "profile.yaml",
        "--dataset",
        "prompts.jsonl",
        "--vllm-version",
        "0.26");

    assertThat(folder.resolve("run_" + id + "_head.sbatch"))
        .content()
        .contains("--max-num-partial-prefills");
  }

  @Test
  void theSuiteIsFiveDatasetsWithTheirManifests() throws IOException {
    assertThat(sweepline("dataset", "--create-suite", "--show-stats").output())
        .contains("quick_test", "long_context", "datasets: 5; 10 written");

    assertThat(files("datasets")).isEqualTo(10);
  }

  @Test
  void aDatasetIsNamedByItsCountUnlessNamed() {
    sweepline("dataset", "--num-prompts", "5");
    sweepline("dataset", "--num-prompts", "5", "--output", "mine.jsonl");

    assertThat(folder.resolve("datasets/custom_5.jsonl"))
        .hasSameTextualContentAs(folder.resolve("datasets/mine.jsonl"));
  }

  @Test
  void aMissingDatasetSaysWhatToType() throws IOException {
    SweepFolder sweep = new SweepFolder(folder);
    sweep.config("a", Map.of("model", "m"));

    Bash.Result result = sweepline("sbatch", "--cluster", "profile.yaml");

    assertThat(result.code()).isEqualTo(66);
    assertThat(result.output())
        .contains("no dataset medium_balanced.jsonl", "sweepline dataset --create-suite");
  }

  @Test
  void aMalformedConfigurationIsNamedByFileAndKey() throws IOException {
    Files.writeString(folder.resolve("bad.json"), "{\"model\": \"m\", \"max_num_seqs\": {}}");

    Bash.Result result = sweepline("sbatch", "--single-config", "bad.json");

    assertThat(result.code()).isEqualTo(65);
    assertThat(result.output()).contains("bad.json", "max_num_seqs: must be a string");
  }

  @Test
  void planningTwiceChangesNothing() throws IOException {
    SweepFolder sweep = new SweepFolder(folder);
    sweep.config("a", Map.of("model", "m"));
    String[] command = {
      "sbatch", "--cluster", "profile.yaml", "--dataset", "prompts.jsonl", "--request-rate", "5.0"
    };
    sweepline(command);

    assertThat(sweepline(command).output()).contains("0 written, 3 unchanged");
  }

  @Test
  void onlyThePhaseThatIsAskedForIsPlanned() throws IOException {
    SweepFolder sweep = new SweepFolder(folder);
    String wanted = sweep.config("a", Map.of("model", "m", "phase", "one"));
    sweep.config("b", Map.of("model", "n", "phase", "two"));

    sweepline(
        "sbatch", "--cluster", "profile.yaml", "--dataset", "prompts.jsonl", "--phase", "one");

    assertThat(ContractJson.read(Plan.class, folder.resolve("plan.json")).experiments())
        .extracting(Plan.Experiment::expId)
        .containsExactly(wanted);
  }

  @Test
  void aKeyThatIsGoneFromVllmIsAWarning() throws IOException {
    SweepFolder sweep = new SweepFolder(folder);
    sweep.config("a", Map.of("model", "m", "swap_space_gb", 20));

    Bash.Result result =
        sweepline("sbatch", "--cluster", "profile.yaml", "--dataset", "prompts.jsonl");

    assertThat(result.code()).isZero();
    assertThat(result.output())
        .contains("warning", "swap_space: --swap-space is gone from vLLM since 0.18");
  }
}
