package dev.sweepline.runner.dataset;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetReaderTest {
  @TempDir private Path folder;

  @Test
  void aDatasetThatIsNotWhatItsManifestSaysIsRefused() throws IOException {
    try (InputStream manifest =
        Objects.requireNonNull(
            getClass().getClassLoader().getResourceAsStream("contracts/example.manifest.json"))) {
      Files.copy(manifest, folder.resolve("example.manifest.json"));
    }
    Path changed = folder.resolve("example.jsonl");
    Files.writeString(changed, "{\"prompt\":\"changed\"}\n");

    assertThatThrownBy(() -> DatasetReader.read(changed.toString()))
        .hasMessageContaining("is not what its manifest describes")
        .extracting(e -> ((UserError) e).exitCode())
        .isEqualTo(ExitCode.REFUSED);
  }
}
