package dev.sweepline.analytics.report;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that its name never stands for half of it. */
public final class OutputFile {
  private OutputFile() {}

  /**
   * Writes aside, then renames.
   *
   * @throws UserError when it cannot be written, exit code 76
   */
  public static void write(Path file, String text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder == null) {
        throw new IOException("is no file name");
      }
      Files.createDirectories(folder);
      Path aside = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
      try {
        Files.writeString(aside, text, StandardCharsets.UTF_8);
        Files.move(
            aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw new UserError(
          ExitCode.CANNOT_WRITE,
          "%s: cannot be written: %s; name another folder with --output-dir".formatted(file, e),
          e);
    }
  }
}
