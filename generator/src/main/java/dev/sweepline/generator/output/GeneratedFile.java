package dev.sweepline.generator.output;

import java.nio.file.Path;

/**
 * A file that is to be written.
 *
 * @param path relative to the directory that the tree is written to, or absolute
 * @param content its whole text
 * @param mode whether it can be run
 */
public record GeneratedFile(Path path, String content, Mode mode) {
  /** What may be done with a file. */
  public enum Mode {
    PLAIN,
    EXECUTABLE
  }

  /** A file to read. */
  public static GeneratedFile plain(Path path, String content) {
    return new GeneratedFile(path, content, Mode.PLAIN);
  }

  /** A script. */
  public static GeneratedFile executable(Path path, String content) {
    return new GeneratedFile(path, content, Mode.EXECUTABLE);
  }
}
