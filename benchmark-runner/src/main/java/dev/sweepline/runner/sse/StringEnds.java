package dev.sweepline.runner.sse;

/** Finds what a JSON string cannot hold as it is. */
final class StringEnds {
  private static final long QUOTES = EightBytes.all('"');
  private static final long BACKSLASHES = EightBytes.all('\\');
  private static final long SPACES = EightBytes.all(' ');

  private StringEnds() {}

  /**
   * Index of the first quote, backslash or control character in {@code bytes[from, to)}, or {@code
   * to}.
   */
  static int find(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long word = EightBytes.at(bytes, at);
      long found =
          EightBytes.equal(word, QUOTES)
              | EightBytes.equal(word, BACKSLASHES)
              | EightBytes.below(word, SPACES);
      if (found != 0) {
        return at + EightBytes.first(found);
      }
    }
    while (at < to && isPlain(bytes[at])) {
      at++;
    }
    return at;
  }

  /** Bytes of longer UTF-8 characters are negative. */
  private static boolean isPlain(byte c) {
    return c < 0 || (c >= ' ' && c != '"' && c != '\\');
  }
}
