package dev.sweepline.cli;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a text aside and renames it: under its name it is there whole or not at all. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes a file, in place of an older one.
   *
   * @throws UserError when it cannot be written, exit code 76
   */
  public static void write(Path file, String text) {
    // A plain file, not one made by createTempFile, which nobody but its owner could read.
    Path aside =
        file.resolveSibling(
            ".%s.%d.tmp".formatted(file.getFileName(), ProcessHandle.current().pid()));
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try {
        Files.writeString(aside, text, StandardCharsets.UTF_8);
        Files.move(
            aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw new UserError(ExitCode.CANNOT_WRITE, "%s: cannot be written: %s".formatted(file, e), e);
    }
  }
}
