package dev.sweepline.runner.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ApiKeyTest {
  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();

  private Path file(String content, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private @Nullable String find(@Nullable Path file, @Nullable String environment) {
    return ApiKey.find(file, environment, warnings::add);
  }

  @Test
  void theFileGoesBeforeTheEnvironment() throws IOException {
    assertThat(find(file("of-file\n", "rw-------"), "of-environment")).isEqualTo("of-file");
    assertThat(warnings).isEmpty();
  }

  @Test
  void withoutAFileTheEnvironmentCounts() {
    assertThat(find(null, " of-environment ")).isEqualTo("of-environment");
  }

  @Test
  void withoutEitherThereIsNoKey() {
    assertThat(find(null, null)).isNull();
    assertThat(find(null, " ")).isNull();
  }

  @Test
  void aFileThatOthersCanReadIsUsedWithAWarning() throws IOException {
    assertThat(find(file("of-file", "rw-r--r--"), null)).isEqualTo("of-file");
    assertThat(warnings).singleElement().asString().contains("chmod 600").doesNotContain("of-file");
  }

  @Test
  void aMissingFileIsNoInput() {
    assertThatThrownBy(() -> find(folder.resolve("nowhere"), "of-environment"))
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.NO_INPUT));
  }

  @ParameterizedTest
  @CsvSource({"'', is empty", "'secret-1 secret-2', one key", "'secret-1\nx', one key"})
  void aFileWithoutExactlyOneKeyIsRefusedAndNotQuoted(String content, String complaint)
      throws IOException {
    Path file = file(content, "rw-------");
    assertThatThrownBy(() -> find(file, null))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(complaint)
        .hasMessageNotContaining("secret");
  }
}
