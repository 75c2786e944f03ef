package dev.sweepline.runner.sse;

import java.util.Arrays;

/**
 * Reads the data of events, and answers that are not streamed: by the scanner where it is certain,
 * by Jackson elsewhere.
 */
public final class EventReader {
  private static final byte[] END_MARK = {'[', 'D', 'O', 'N', 'E', ']'};

  private final EventTemplate template = new EventTemplate();
  private final EventScanner scanner = new EventScanner();
  private final JacksonEventReader jackson = new JacksonEventReader();

  /** Whether the data is the mark {@code [DONE]} that ends a stream. */
  public static boolean isEndMark(byte[] bytes, int from, int to) {
    return Arrays.equals(bytes, from, to, END_MARK, 0, END_MARK.length);
  }

  /** Reads {@code bytes[from, to)} into an event. Never fails: bad data is an error in it. */
  public void read(byte[] bytes, int from, int to, StreamEvent event) {
    event.clear();
    if (template.fits(bytes, from, to, event)) {
      return;
    }
    if (!scanner.scan(bytes, from, to, event)) {
      event.clear();
      jackson.read(bytes, from, to, event);
    } else if (scanner.texts() == 1 && event.saysNothingElse()) {
      template.learn(bytes, from, to, scanner.textFrom(), scanner.textTo(), event);
    }
  }
}
