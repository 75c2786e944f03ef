package dev.sweepline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the repository that a test keeps true; {@code -Dgolden.update=true} rewrites it. */
public final class GoldenFile {
  private GoldenFile() {}

  /** Compares a text with a file below the repository's root. */
  public static void holds(String file, String text) {
    Path path = Path.of(System.getProperty("sweepline.root")).resolve(file);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(path, text);
      }
      assertThat(path).hasContent(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
