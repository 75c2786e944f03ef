package dev.sweepline.runner.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.RunName;
import dev.sweepline.contract.Sample;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.meter.ClientState;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SamplesFileTest {
  private static final RunName RUN = new RunName("conc4-0a1b2c", 1, 1);
  private static final Path ALWAYS_FULL = Path.of("/dev/full");
  private static final Sample SAMPLE =
      new SampleLines("uid").client(5, new ClientState(1, 0.5, null, 0.0));

  @TempDir Path folder;

  @Test
  void everySampleIsALineOfTheContract() throws IOException {
    try (SamplesFile file = SamplesFile.create(folder, RUN)) {
      file.append(SAMPLE);
      file.append(SAMPLE);
    }

    assertThat(Files.readAllLines(folder.resolve("metrics_conc4-0a1b2c-r1-a1.jsonl")))
        .hasSize(2)
        .allMatch(
            line -> ContractJson.current().line(Sample.class, "metrics", 1, line).equals(SAMPLE));
  }

  @Test
  void aFullDiskIsOneClearError() throws IOException {
    assumeTrue(Files.exists(ALWAYS_FULL), "a device that is always full");
    try (SamplesFile file =
        new SamplesFile(ALWAYS_FULL, FileChannel.open(ALWAYS_FULL, StandardOpenOption.WRITE))) {
      assertThatThrownBy(() -> file.append(SAMPLE))
          .isInstanceOfSatisfying(
              UserError.class,
              error -> assertThat(error.exitCode()).isEqualTo(ExitCode.CANNOT_WRITE))
          .hasMessageContaining("/dev/full: cannot be written: ")
          .hasMessageContaining("No space left on device");
    }
  }

  @Test
  void aFileThatIsThereIsLeftAlone() throws IOException {
    Path present = Files.writeString(folder.resolve("metrics_conc4-0a1b2c-r1-a1.jsonl"), "x");

    assertThatThrownBy(() -> SamplesFile.create(folder, RUN))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> assertThat(error.exitCode()).isEqualTo(ExitCode.CANNOT_WRITE));
    assertThat(present).hasContent("x");
  }
}
