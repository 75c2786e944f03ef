package dev.sweepline.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.catalogue.FlagCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
  @TempDir private Path root;

  private Path write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling("x").getParent());
    return Files.writeString(file, text);
  }

  @Test
  void foldersAreSearchedDeepAndInOrder() throws IOException {
    write("configs/b/2.json", "{\"model\": \"m\"}");
    write("configs/b/1.json", "{\"model\": \"m\"}");
    write("configs/a.json", "{\"model\": \"m\"}");
    write("configs/notes.txt", "no configuration");

    assertThat(ConfigFile.below(root.resolve("configs")))
        .extracting(ConfigFile::name)
        .containsExactly("a", "1", "2");
  }

  @Test
  void thePhaseIsTheFoldersNameUnlessStated() throws IOException {
    write("configs/a.json", "{\"model\": \"m\"}");
    write("configs/p/b.json", "{\"model\": \"m\"}");
    write("configs/p/c.json", "{\"model\": \"m\", \"phase\": \"q\", \"name\": \"n\"}");

    assertThat(ConfigFile.below(root.resolve("configs")))
        .extracting(file -> file.name() + ":" + file.phase())
        .containsExactly("a:null", "b:p", "n:q");
  }

  @Test
  void malformedJsonIsNamedByItsLine() throws IOException {
    Path file = write("c.json", "{\n  \"model\": \"m\",\n  \"max_num_seqs\": [1]\n}");

    assertThatThrownBy(() -> ConfigFile.read(file))
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining("max_num_seqs")
        .extracting(e -> ((UserError) e).exitCode())
        .isEqualTo(ExitCode.MALFORMED);
  }

  @Test
  void aConfigurationWithoutAModelIsMalformed() throws IOException {
    Path file = write("c.json", "{\"max_num_seqs\": 1}");

    assertThatThrownBy(() -> ConfigFile.read(file))
        .hasMessage(file + ": model_path: must name a model");
  }

  @Test
  void anEmptyFolderSaysWhatToType() {
    assertThatThrownBy(() -> ConfigFile.below(root))
        .hasMessage(
            "%s: holds no configuration; make configurations with: sweepline config --quick-test",
            root);
  }

  @Test
  void aMissingFolderIsMissingInput() {
    assertThatThrownBy(() -> ConfigFile.below(root.resolve("none")))
        .extracting(e -> ((UserError) e).exitCode())
        .isEqualTo(ExitCode.NO_INPUT);
  }

  @Test
  void aKeyThatIsGoneFromVllmIsOneWarningForAllFiles() throws IOException {
    write("a.json", "{\"model\": \"m\", \"num_scheduler_steps\": 2}");
    write("b.json", "{\"model\": \"m\", \"num_scheduler_steps\": 4}");

    assertThat(GoneKeys.warnings(ConfigFile.below(root), FlagCatalogue.newest()))
        .containsExactly(
            root.resolve("a.json")
                + ": num_scheduler_steps: --num-scheduler-steps is gone from vLLM since 0.11; see"
                + " --async-scheduling (so in 2 files)");
  }

  @Test
  void theOriginalsConfigurationsAreReadWithTheirWarnings() {
    Path shared = Path.of(System.getProperty("sweepline.root")).resolveSibling("shared");
    assumeTrue(Files.isDirectory(shared), "reference data beside the checkout");

    List<ConfigFile> files = ConfigFile.below(shared.resolve("data/seed-configs"));

    assertThat(files).hasSize(32);
    assertThat(GoneKeys.warnings(files, FlagCatalogue.newest()))
        .hasSize(5)
        .anyMatch(line -> line.contains(": num_replicas: "))
        .anyMatch(line -> line.contains(": swap_space: "))
        .anyMatch(line -> line.contains(": num_scheduler_steps: "))
        .anyMatch(line -> line.contains(": max_seq_len_to_capture: "))
        .anyMatch(line -> line.contains(": max_num_partial_prefills: "));
  }
}
