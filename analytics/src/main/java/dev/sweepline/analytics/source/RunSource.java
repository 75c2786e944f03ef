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
   */
  record Own(SourceFile file, @Nullable SourceFile summary) implements RunSource {
    @Override
    public long bytes() {
      return file.bytes() + (summary == null ? 0 : summary.bytes());
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
