package dev.sweepline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;

  @Test
  void replacesAnOlderFileAndLeavesNothingElse() throws IOException {
    Path file = folder.resolve("deep/er/report.txt");
    WholeFile.write(file, "old");
    WholeFile.write(file, "new");
    assertThat(file).hasContent("new");
    try (Stream<Path> beside = Files.list(file.getParent())) {
      assertThat(beside).containsExactly(file);
    }
  }

  @Test
  void othersMayReadItAsTheUmaskSays() throws IOException {
    Path plain = Files.writeString(folder.resolve("plain"), "");
    Path file = folder.resolve("report.txt");
    WholeFile.write(file, "text");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(Files.getPosixFilePermissions(plain))
        .contains(PosixFilePermission.OWNER_READ);
  }

  @Test
  void aPlaceThatCannotBeWrittenIsOneLineThatNamesIt() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "").resolve("report.txt");
    assertThatThrownBy(() -> WholeFile.write(blocked, "text"))
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CANNOT_WRITE))
        .hasMessageStartingWith(blocked + ": cannot be written: ");
  }
}
