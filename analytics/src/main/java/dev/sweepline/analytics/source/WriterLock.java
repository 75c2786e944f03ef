package dev.sweepline.analytics.source;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Whether the writer of an unfinished file still lives: it holds a lock that dies with it. */
enum WriterLock {
  /** The file is still being written. */
  HELD,
  /** Its writer is gone. */
  FREE,
  /** Not a local file, so there is no lock to look at. */
  UNKNOWN;

  static WriterLock of(SourceFile file) throws IOException {
    URI uri = URI.create(file.uri());
    if (!"file".equals(uri.getScheme())) {
      return UNKNOWN;
    }
    try (FileChannel channel = FileChannel.open(Path.of(uri), StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null ? HELD : FREE;
    } catch (OverlappingFileLockException e) {
      return HELD;
    }
  }
}
