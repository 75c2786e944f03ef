package dev.sweepline.generator.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.output.OutputTree;
import dev.sweepline.generator.output.OutputTree.Existing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetFileTest {
  @TempDir private Path sweep;

  @BeforeEach
  void writeOne() {
    DatasetSpec spec = DatasetSpec.custom("mine", 3, LengthMix.parse("short=1"), 64, 1);
    new OutputTree(sweep, Existing.REFUSE)
        .write(new DatasetFiles(Path.of("datasets")).of(Dataset.generate(spec)).files());
  }

  @ParameterizedTest
  @ValueSource(strings = {"datasets/mine.jsonl", "mine.jsonl", "mine"})
  void aPathAndABareNameFindTheSameFile(String name) {
    assertThat(DatasetFile.find(sweep, name).path())
        .isEqualTo(sweep.resolve("datasets/mine.jsonl"));
  }

  @Test
  void aMissingOneSaysWhatToType() {
    assertThatThrownBy(() -> DatasetFile.find(sweep, "other.jsonl"))
        .hasMessage(
            "no dataset other.jsonl, neither as a path nor in datasets/; make the standard ones"
                + " with: sweepline dataset --create-suite")
        .extracting(e -> ((UserError) e).exitCode())
        .isEqualTo(ExitCode.NO_INPUT);
  }

  @Test
  void aMalformedLineIsNamed() throws IOException {
    Path file = sweep.resolve("bad.jsonl");
    Files.writeString(file, "{\"prompt\":\"fine\"}\nnot json\n");

    assertThatThrownBy(() -> DatasetFile.find(sweep, "bad.jsonl"))
        .hasMessageStartingWith(file + ":2: ");
  }

  @Test
  void anEmptyOneIsMissingInput() throws IOException {
    Files.writeString(sweep.resolve("empty.jsonl"), "\n");

    assertThatThrownBy(() -> DatasetFile.find(sweep, "empty.jsonl"))
        .hasMessage(sweep.resolve("empty.jsonl") + ": holds no prompt");
  }

  @Test
  void oneThatWasChangedAfterItsManifestIsRefused() throws IOException {
    Files.writeString(sweep.resolve("datasets/mine.jsonl"), "{\"prompt\":\"changed\"}\n");

    assertThatThrownBy(() -> DatasetFile.find(sweep, "mine"))
        .extracting(e -> ((UserError) e).exitCode())
        .isEqualTo(ExitCode.REFUSED);
  }
}
