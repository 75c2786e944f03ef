package dev.sweepline.runner.output;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a document under a temporary name and renames it: it is there whole or not at all. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes a document, in place of an older one.
   *
   * @throws UserError when it cannot be written, exit code 76
   */
  public static void write(Path file, Object document) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
      Path temporary = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
      try {
        Files.writeString(temporary, ContractJson.current().document(document));
        temporary.toFile().setReadable(true, false);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw RequestsFile.cannotWrite(file, e);
    }
  }
}
