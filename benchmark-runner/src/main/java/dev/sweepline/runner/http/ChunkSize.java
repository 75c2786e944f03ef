package dev.sweepline.runner.http;

/** The line before a chunk, read byte by byte: one comes with every event of a stream. */
final class ChunkSize {
  private static final int MOST_DIGITS = 15;
  private static final int LONGEST_EXTENSION = 4096;

  private long size;
  private int digits;
  private int extension;
  private boolean complete;

  void reset() {
    size = 0;
    digits = 0;
    extension = 0;
    complete = false;
  }

  /** Takes bytes up to the end of the line; returns the index behind what was taken. */
  int feed(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte c = bytes[i];
      if (c == '\n') {
        require(digits > 0);
        complete = true;
        return i + 1;
      }
      int digit = Character.digit(c, 16);
      if (digit >= 0 && extension == 0) {
        require(++digits <= MOST_DIGITS);
        size = 16 * size + digit;
      } else {
        require(extension > 0 || c == '\r' || c == ';' || c == ' ' || c == '\t');
        require(++extension <= LONGEST_EXTENSION);
      }
    }
    return to;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new MalformedResponse("bad chunk size");
    }
  }

  boolean isComplete() {
    return complete;
  }

  long size() {
    return size;
  }
}
