package dev.sweepline.analytics.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, numbered, one at a time in one buffer; a monstrous one is cut, so that it
 * never fills the memory.
 */
final class JsonLines implements Closeable {
  private static final int LONGEST = 16 << 20;
  private static final int BUFFER = 1 << 18;

  private final InputStream in;
  private byte[] buffer = new byte[BUFFER];
  private int filled;
  private int from;
  private int to;
  private int next;
  private final long limit;
  private long position;
  private long number;

  JsonLines(InputStream in) {
    this(in, 0, Long.MAX_VALUE);
  }

  /**
   * Lines of a part of a file.
   *
   * @param position bytes into the file where the stream is
   * @param limit lines that begin here or later are left out
   */
  JsonLines(InputStream in, long position, long limit) {
    this.in = in;
    this.position = position;
    this.limit = limit;
  }

  /** Goes to the next line; false behind the last. */
  boolean advance() throws IOException {
    if (position >= limit) {
      return false;
    }
    from = next;
    to = endOfLine();
    if (to < 0) {
      return false;
    }
    number++;
    return true;
  }

  /** The next line without its end; null behind the last. */
  @Nullable String next() throws IOException {
    return advance() ? text() : null;
  }

  /** The line as text. */
  String text() {
    return new String(buffer, from, to - from, StandardCharsets.UTF_8);
  }

  /** Holds the line between {@link #from} and {@link #to}, until the next one. */
  byte[] buffer() {
    return buffer;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** How many lines were read: the number of the last one, where reading began at the first. */
  long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Where the line that begins at {@code from} ends; -1 when there is none. */
  private int endOfLine() throws IOException {
    int scanned = from;
    while (true) {
      for (; scanned < filled; scanned++) {
        if (buffer[scanned] == '\n') {
          return ends(scanned, scanned + 1);
        }
      }
      scanned -= makeRoom();
      if (filled == buffer.length) {
        return cut();
      }
      int read = in.read(buffer, filled, buffer.length - filled);
      if (read < 0) {
        return filled == from ? -1 : ends(filled, filled);
      }
      filled += read;
    }
  }

  private int ends(int end, int following) {
    position += following - from;
    next = following;
    return end;
  }

  /** Moves the begun line to the front, or lets the buffer grow; returns how far it moved. */
  private int makeRoom() {
    int moved = from;
    if (moved > 0) {
      System.arraycopy(buffer, moved, buffer, 0, filled - moved);
      filled -= moved;
      from = 0;
    } else if (filled == buffer.length && filled < LONGEST) {
      buffer = Arrays.copyOf(buffer, 2 * filled);
    }
    return moved;
  }

  /** Drops the rest of a line that fills the longest buffer. */
  private int cut() throws IOException {
    position += filled;
    next = filled;
    byte[] rest = new byte[BUFFER];
    for (int read = in.read(rest); read >= 0; read = in.read(rest)) {
      for (int i = 0; i < read; i++) {
        if (rest[i] == '\n') {
          position += i + 1;
          keep(rest, i + 1, read);
          return LONGEST;
        }
      }
      position += read;
    }
    return LONGEST;
  }

  /** Puts what was read behind a cut line where the next line is looked for. */
  private void keep(byte[] rest, int start, int end) {
    buffer = Arrays.copyOf(buffer, buffer.length + end - start);
    System.arraycopy(rest, start, buffer, filled, end - start);
    filled += end - start;
  }
}
