package dev.sweepline.runner.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.RunName;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RequestsFileTest {
  private static final String LOAD = "conc4-0a1b2c";
  @TempDir Path folder;

  @Test
  void claimsAtTheSameTimeNeverGetTheSameAttempt() {
    List<RequestsFile> claimed =
        IntStream.range(0, 30)
            .parallel()
            .mapToObj(i -> RequestsFile.claim(folder, LOAD, 1))
            .toList();

    assertThat(claimed.stream().map(file -> file.run().attempt()).sorted())
        .isEqualTo(IntStream.rangeClosed(1, 30).boxed().toList());
    claimed.forEach(RequestsFile::close);
  }

  @Test
  void anEndedOrADeadAttemptIsPassedOver() throws IOException {
    Files.createFile(folder.resolve(RunFiles.requests(new RunName(LOAD, 1, 1))));
    Files.createFile(folder.resolve(RunFiles.summary(new RunName(LOAD, 1, 2))));
    Files.createFile(folder.resolve(RunFiles.requestsPart(new RunName(LOAD, 1, 3))));

    try (RequestsFile file = RequestsFile.claim(folder, LOAD, 1)) {
      assertThat(file.run().attempt()).isEqualTo(4);
    }
  }

  @Test
  void itIsLockedUntilItIsClosed() throws IOException {
    RequestsFile file = RequestsFile.claim(folder, LOAD, 2);
    Path part = folder.resolve(RunFiles.requestsPart(file.run()));
    try (FileChannel reader = FileChannel.open(part, StandardOpenOption.WRITE)) {
      assertThatThrownBy(reader::tryLock).isInstanceOf(OverlappingFileLockException.class);
      file.close();
      assertThat(reader.tryLock()).isNotNull();
    }
  }

  @Test
  void aCompletedFileHasItsFinalName() throws IOException {
    try (RequestsFile file = RequestsFile.claim(folder, LOAD, 1)) {
      file.append("one");
      file.append("two é");
      file.complete();
      assertThat(folder.resolve(RunFiles.requests(file.run()))).hasContent("one\ntwo é");
      assertThat(folder.resolve(RunFiles.requestsPart(file.run()))).doesNotExist();
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsOneLine() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> RequestsFile.claim(file.resolve("below"), LOAD, 1))
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CANNOT_WRITE))
        .hasMessageContaining("cannot be written");
  }
}
