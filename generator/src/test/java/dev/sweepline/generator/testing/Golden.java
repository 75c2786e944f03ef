package dev.sweepline.generator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares generated text with a file that is reviewed; {@code -Dgolden.update=true} writes it. */
public final class Golden {
  private Golden() {}

  /** The text must be the golden file's. */
  public static void verify(String name, String text) {
    Path file =
        Path.of(System.getProperty("sweepline.root"), "generator/src/test/resources/golden", name);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(file.resolveSibling("x").getParent());
        Files.writeString(file, text);
      }
      assertThat(text).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
