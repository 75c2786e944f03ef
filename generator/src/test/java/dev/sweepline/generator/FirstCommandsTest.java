package dev.sweepline.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.Plan;
import dev.sweepline.generator.testing.Bash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user of the original types first, each line in an empty folder. */
class FirstCommandsTest {
  private static final String QUICK = "config --quick-test ; dataset --create-suite ; ";

  @TempDir private Path folder;

  /** Commands with {@code ;} between them; a script's plan is made for a simulator. */
  private void type(String commands) throws IOException {
    Path jar = Files.writeString(folder.resolve("bench.jar"), "");
    Files.writeString(
        folder.resolve("site.yaml"),
        "name: site\nlaunch: simulator\nserve: [simulate]\nbench_jar: %s\n".formatted(jar));
    for (String command : commands.split(" ; ", -1)) {
      List<String> words = new ArrayList<>(sweepline());
      words.addAll(List.of(command.strip().split(" ", -1)));
      if (words.contains("sbatch")) {
        words.addAll(List.of("--cluster", "site.yaml"));
      }
      Bash.Result result = Bash.run(folder, words);
      assertThat(result.code()).as("%s: %s", command, result.output()).isZero();
    }
  }

  private static List<String> sweepline() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        GeneratorMain.class.getName());
  }

  private Plan plan() {
    return ContractJson.read(Plan.class, folder.resolve("plan.json"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dataset --create-suite --show-stats",
        "dataset --num-prompts 500 --max-output-tokens 512",
        "config --phase memory_batch",
        "config --phase expert_parallel",
        "config --phase all",
        QUICK + "sbatch --single-config configs/quick_test.json",
        "config --phase memory_batch ; dataset --create-suite ; sbatch --config-dir"
            + " configs/memory_batch --dataset medium_balanced.jsonl --request-rate 10.0",
        "config --phase all ; dataset --create-suite ; sbatch --config-dir configs --dataset"
            + " medium_balanced.jsonl --request-rate 10.0"
      })
  void aCommandOfTheQuickStartWorks(String commands) throws IOException {
    type(commands);
  }

  @ParameterizedTest
  @CsvSource({"quick_test.jsonl", "quick_test", "datasets/quick_test.jsonl"})
  void aDatasetIsFoundByNameAndByPath(String dataset) throws IOException {
    type(
        QUICK
            + "sbatch --single-config configs/quick_test.json --request-rate 5.0 --dataset "
            + dataset);

    assertThat(Path.of(plan().datasetPath()))
        .isEqualTo(folder.toRealPath().resolve("datasets/quick_test.jsonl"));
  }

  @Test
  void nothingOfTheQuickTestIsRefused() throws IOException {
    type(QUICK + "sbatch --config-dir configs --dataset quick_test.jsonl");

    assertThat(plan().refused()).isEmpty();
    assertThat(plan().experiments()).hasSize(1);
  }
}
