package dev.sweepline.analytics.source;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Where the requests of one run are. */
public sealed interface RunSource extends Serializable {
  /** The file with the requests. */
  SourceFile file();

  /** Bytes to read. */
  long bytes();

  /**
   * A run of this project.
   *
   * @param file header and request lines
   * @param summary null when the run has none
   * @param samples likewise
   */
  record Own(SourceFile file, @Nullable SourceFile summary, @Nullable SourceFile samples)
      implements RunSource {
    @Override
    public long bytes() {
      return file.bytes() + bytes(summary) + bytes(samples);
    }

    private static long bytes(@Nullable SourceFile file) {
      return file == null ? 0 : file.bytes();
    }
  }

  /**
   * A result file of another tool: one JSON document.
   *
   * @param file the document
   */
  record Foreign(SourceFile file) implements RunSource {
    @Override
    public long bytes() {
      return file.bytes();
    }
  }
}
