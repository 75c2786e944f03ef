package dev.sweepline.runner.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdInputStream;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Packing;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackedFileTest {
  private static final String TEXT = "line é\n".repeat(100_000);
  @TempDir Path folder;

  @Test
  void aPackedFileStandsInPlaceOfThePlainOne() throws IOException {
    Path plain = Files.writeString(folder.resolve("a.jsonl"), TEXT);

    PackedFile.replace(plain, Packing.GZIP);

    assertThat(names()).containsExactly("a.jsonl.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("a.jsonl.gz")))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(TEXT);
    }
  }

  @Test
  void zstdLikewise() throws IOException {
    Path plain = Files.writeString(folder.resolve("a.jsonl"), TEXT);

    PackedFile.replace(plain, Packing.ZSTD);

    assertThat(names()).containsExactly("a.jsonl.zst");
    try (InputStream in =
        new ZstdInputStream(Files.newInputStream(folder.resolve("a.jsonl.zst")))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(TEXT);
    }
  }

  @Test
  void whatIsNotThereIsLeftAlone() throws IOException {
    PackedFile.replace(folder.resolve("a.jsonl"), Packing.ZSTD);
    assertThat(names()).isEmpty();
  }

  @Test
  void aPackedFileThatCannotBeWrittenLeavesThePlainOne() throws IOException {
    Path plain = Files.writeString(folder.resolve("a.jsonl"), TEXT);
    Files.createDirectories(folder.resolve("a.jsonl.gz/in the way"));

    assertThatThrownBy(() -> PackedFile.replace(plain, Packing.GZIP))
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CANNOT_WRITE));

    assertThat(names()).containsExactly("a.jsonl", "a.jsonl.gz");
    assertThat(plain).hasContent(TEXT);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
