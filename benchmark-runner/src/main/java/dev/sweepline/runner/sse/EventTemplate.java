package dev.sweepline.runner.sse;

import java.util.Arrays;

/**
 * The last event that had one text and said nothing else. Nearly all events of a stream are the
 * same but for that text; where the bytes before and behind it are equal, the event means the same,
 * and nothing has to be read again. Not thread-safe.
 */
final class EventTemplate {
  private byte[] event = {};
  private int length;
  private int textFrom;
  private int textTo;
  private boolean answer;

  /**
   * Remembers {@code bytes[from, to)}.
   *
   * @param textFrom where its text begins in {@code bytes}, behind the quote
   * @param textTo where its text ends, at the quote
   * @param like what it says
   */
  void learn(byte[] bytes, int from, int to, int textFrom, int textTo, StreamEvent like) {
    length = to - from;
    if (event.length < length) {
      event = new byte[2 * length];
    }
    System.arraycopy(bytes, from, event, 0, length);
    this.textFrom = textFrom - from;
    this.textTo = textTo - from;
    answer = like.hasAnswer();
  }

  /** Whether {@code bytes[from, to)} says the same with another text, which is then noted. */
  boolean fits(byte[] bytes, int from, int to, StreamEvent into) {
    int text = from + textFrom;
    int behind = length - textTo;
    int end = to - behind;
    if (length == 0
        || text >= end
        || !Arrays.equals(bytes, from, text, event, 0, textFrom)
        || StringEnds.find(bytes, text, to) != end
        || !Arrays.equals(bytes, end, to, event, textTo, length)) {
      return false;
    }
    into.text(answer);
    return true;
  }
}
