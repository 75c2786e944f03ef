package dev.sweepline.runner.sse;

/** Finds line ends. */
final class LineEnds {
  private static final long LINE_FEEDS = EightBytes.all('\n');
  private static final long CARRIAGE_RETURNS = EightBytes.all('\r');

  private LineEnds() {}

  /** Index of the first CR or LF in {@code bytes[from, to)}, or {@code to}. */
  static int find(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long word = EightBytes.at(bytes, at);
      long found = EightBytes.equal(word, LINE_FEEDS) | EightBytes.equal(word, CARRIAGE_RETURNS);
      if (found != 0) {
        return at + EightBytes.first(found);
      }
    }
    while (at < to && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
  }
}
