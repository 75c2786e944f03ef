package dev.sweepline.generator.state;

import dev.sweepline.contract.RunFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** The last line of an experiment's newest log. */
final class LastLine {
  private static final int TAIL_BYTES = 4096;

  private LastLine() {}

  /** The line, without what would move a terminal's cursor; null without a log. */
  static @Nullable String of(Path sweep, String expId) {
    Path logs = sweep.resolve(RunFiles.LOGS);
    if (!Files.isDirectory(logs)) {
      return null;
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(logs, RunFiles.jobLog(expId, "*"))) {
      Path newest = null;
      FileTime time = FileTime.fromMillis(0);
      for (Path file : files) {
        FileTime own = Files.getLastModifiedTime(file);
        if (newest == null || own.compareTo(time) > 0) {
          newest = file;
          time = own;
        }
      }
      return newest == null ? null : tail(newest);
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable String tail(Path log) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(0, file.length() - TAIL_BYTES));
      byte[] bytes = new byte[(int) Math.min(TAIL_BYTES, file.length() - file.getFilePointer())];
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .reduce((before, line) -> line)
          .map(line -> line.replaceAll("\\p{Cntrl}", " ").strip())
          .orElse(null);
    }
  }
}
