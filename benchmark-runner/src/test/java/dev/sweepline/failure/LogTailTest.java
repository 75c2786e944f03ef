package dev.sweepline.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
  @TempDir private Path folder;

  private static List<String> backwards(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    try (LogTail tail = LogTail.of(file)) {
      for (String line = tail.previous(); line != null; line = tail.previous()) {
        if (!line.isEmpty()) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  @Test
  void everyLineComesOnceAndWhole() throws IOException {
    long seed = 20261;
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      lines.add(i + "é".repeat(random.nextInt(40)));
    }
    Path file = Files.write(folder.resolve("log"), lines);
    Collections.reverse(lines);
    assertThat(backwards(file)).as("seed %d", seed).isEqualTo(lines);
  }

  @Test
  void aLineWithoutEndIsALine() throws IOException {
    Path file = Files.writeString(folder.resolve("log"), "one\ntwo");
    assertThat(backwards(file)).containsExactly("two", "one");
  }

  @Test
  void aProgressBarIsManyLines() throws IOException {
    Path file = Files.writeString(folder.resolve("log"), "10%\r20%\r30%\n");
    assertThat(backwards(file)).containsExactly("30%", "20%", "10%");
  }

  @Test
  void theBeginningOfALongLineIsKept() throws IOException {
    Path file = Files.writeString(folder.resolve("log"), "a" + "b".repeat(1 << 18) + "\nend\n");
    assertThat(backwards(file).get(1)).hasSize(1 << 12).startsWith("ab");
  }

  @Test
  void aHugeLogIsReadFromItsEndOnly() throws IOException {
    Path file = folder.resolve("log");
    long size = 3L << 30;
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(size);
      sparse.seek(size - 5);
      sparse.write("\nend\n".getBytes(StandardCharsets.UTF_8));
    }
    List<String> lines = backwards(file);
    assertThat(lines).first().isEqualTo("end");
    assertThat(lines.stream().mapToInt(String::length).sum()).isLessThan(1 << 13);
  }
}
