package dev.sweepline.analytics.lake;

import dev.sweepline.analytics.source.SourceFile;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was when it was read.
 *
 * @param uri where it was
 * @param bytes its size
 * @param modifiedMs when it was changed last
 * @param sha256 of its bytes; null for a file so large that its time alone has to do
 */
record FileStamp(String uri, long bytes, long modifiedMs, @Nullable String sha256) {
  /** Its name without the folder. */
  String fileName() {
    return uri.substring(uri.lastIndexOf('/') + 1);
  }

  /**
   * Whether a file still is what it was: of the same size and time, or of the same content.
   *
   * @param hash of a file's present content; null when that is not taken
   */
  boolean isOf(SourceFile file, Function<SourceFile, @Nullable String> hash) {
    return file.bytes() == bytes
        && (file.modifiedMs() == modifiedMs || (sha256 != null && sha256.equals(hash.apply(file))));
  }
}
