package dev.sweepline.analytics.source;

import java.io.Serializable;

/**
 * What one task reads of a source: the lines that begin from one byte up to another one.
 *
 * @param from bytes into the file with the requests
 * @param to the first byte that is another slice's; {@link Long#MAX_VALUE} for the rest of the file
 */
public record Slice(RunSource source, long from, long to) implements Serializable {
  /** All of a source. */
  public static Slice whole(RunSource source) {
    return new Slice(source, 0, Long.MAX_VALUE);
  }

  /** Whether there are no others of the same source. */
  public boolean isWhole() {
    return isFirst() && to == Long.MAX_VALUE;
  }

  /** Whether it begins where the file does. */
  public boolean isFirst() {
    return from == 0;
  }

  /** Bytes to read; those beside the requests belong to the first slice. */
  public long bytes() {
    long ofFile = source.file().bytes();
    long own = Math.max(0, Math.min(to, ofFile) - from);
    return isFirst() ? own + source.bytes() - ofFile : own;
  }
}
