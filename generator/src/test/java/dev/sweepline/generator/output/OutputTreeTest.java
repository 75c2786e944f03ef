package dev.sweepline.generator.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.output.OutputTree.Existing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTreeTest {
  @TempDir private Path root;

  private final GeneratedFile first = GeneratedFile.plain(Path.of("a/first.json"), "1\n");
  private final GeneratedFile second = GeneratedFile.executable(Path.of("second.sh"), "2\n");

  private OutputTree.Written write(Existing existing, GeneratedFile... files) {
    return new OutputTree(root, existing).write(List.of(files));
  }

  @Test
  void filesAreWrittenWithTheirFolders() {
    write(Existing.REFUSE, first, second);

    assertThat(root.resolve("a/first.json")).hasContent("1\n");
  }

  @Test
  void aScriptCanBeRun() {
    write(Existing.REFUSE, second);

    assertThat(root.resolve("second.sh")).isExecutable();
  }

  @Test
  void theSameContentAgainIsUnchanged() {
    write(Existing.REFUSE, first);

    assertThat(write(Existing.REFUSE, first, second).summary()).isEqualTo("1 written, 1 unchanged");
  }

  @Test
  void otherContentIsRefusedByName() throws IOException {
    Files.writeString(root.resolve("second.sh"), "mine\n");

    assertThatThrownBy(() -> write(Existing.REFUSE, first, second))
        .isInstanceOf(UserError.class)
        .hasMessage(root.resolve("second.sh") + ": exists with other content; --force replaces it")
        .extracting(e -> ((UserError) e).exitCode())
        .isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void aRefusalWritesNothingAtAll() throws IOException {
    Files.writeString(root.resolve("second.sh"), "mine\n");

    assertThatThrownBy(() -> write(Existing.REFUSE, first, second)).isInstanceOf(UserError.class);

    assertThat(root.resolve("a")).doesNotExist();
  }

  @Test
  void forceReplaces() throws IOException {
    Files.writeString(root.resolve("second.sh"), "mine\n");

    write(Existing.REPLACE, second);

    assertThat(root.resolve("second.sh")).hasContent("2\n");
  }

  @Test
  void nothingUnfinishedIsLeft() throws IOException {
    write(Existing.REFUSE, first, second);

    try (var files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(2);
    }
  }

  @Test
  void aDiskThatRefusesIsItsOwnExitCode() throws IOException {
    Files.writeString(root.resolve("a"), "a file where a folder is needed");

    assertThatThrownBy(() -> write(Existing.REFUSE, first))
        .extracting(e -> ((UserError) e).exitCode())
        .isEqualTo(ExitCode.CANNOT_WRITE);
  }
}
