package dev.sweepline.analytics.read;

import dev.sweepline.analytics.source.Slice;
import dev.sweepline.analytics.source.SourceFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a requests file that are in one slice of it, and the header, which all slices need.
 */
final class RequestLines implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final InputFiles files;
  private final SourceFile file;
  private final @Nullable String header;
  private final JsonLines lines;
  private final long from;
  private long before = -1;

  private RequestLines(
      InputFiles files, SourceFile file, @Nullable String header, JsonLines lines, long from) {
    this.files = files;
    this.file = file;
    this.header = header;
    this.lines = lines;
    this.from = from;
  }

  static RequestLines open(InputFiles files, Slice slice) throws IOException {
    SourceFile file = slice.source().file();
    return slice.isFirst() ? first(files, file, slice.to()) : later(files, file, slice);
  }

  private static RequestLines first(InputFiles files, SourceFile file, long to) throws IOException {
    JsonLines lines = new JsonLines(files.open(file), 0, to);
    try {
      return new RequestLines(files, file, lines.next(), lines, 0);
    } catch (IOException e) {
      lines.close();
      throw e;
    }
  }

  private static RequestLines later(InputFiles files, SourceFile file, Slice slice)
      throws IOException {
    String header;
    try (JsonLines all = new JsonLines(files.open(file))) {
      header = all.next();
    }
    // One byte before the slice, so that a line that begins with it is not taken for a rest.
    long from = slice.from() - 1;
    JsonLines lines = new JsonLines(files.open(file, from), from, slice.to());
    try {
      lines.advance();
      return new RequestLines(files, file, header, lines, from);
    } catch (IOException e) {
      lines.close();
      throw e;
    }
  }

  /** The first line of the file; null when the file is empty. */
  @Nullable String header() {
    return header;
  }

  /** The lines behind the header or the slice's edge. */
  JsonLines lines() {
    return lines;
  }

  /** Number of the line last read, from 1 in the whole file; counted only when it is asked for. */
  long number() throws IOException {
    if (before < 0) {
      before = linesBefore();
    }
    return before + lines.number();
  }

  private long linesBefore() throws IOException {
    long count = 0;
    if (from > 0) {
      try (InputStream in = files.open(file)) {
        byte[] buffer = new byte[BUFFER];
        long left = from;
        int read = in.read(buffer, 0, (int) Math.min(left, BUFFER));
        while (left > 0 && read > 0) {
          for (int i = 0; i < read; i++) {
            count += buffer[i] == '\n' ? 1 : 0;
          }
          left -= read;
          read = in.read(buffer, 0, (int) Math.min(left, BUFFER));
        }
      }
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
