package dev.sweepline.runner.sse;

import java.util.Arrays;

/**
 * Cuts a byte stream into the data of its server-sent events, by the rules of the HTML standard:
 * lines end with CR, LF or CRLF, an empty line ends an event, several data lines are joined by LF,
 * comments, other fields and a byte order mark at the start are dropped. Bytes may come in any
 * split. The common case, one data line that arrives whole, is handed on without a copy. Not
 * thread-safe.
 */
public final class SseDecoder {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final byte[] DATA = {'d', 'a', 't', 'a'};
  private static final int INITIAL_CAPACITY = 1024;

  private final EventSink sink;
  private byte[] line = new byte[INITIAL_CAPACITY];
  private int lineLength;
  private byte[] data = new byte[INITIAL_CAPACITY];
  private int dataLength;
  private boolean hasData;
  private int markSeen;
  private boolean afterCarriageReturn;

  /** Takes the data of an event; the bytes are valid during the call only. */
  public interface EventSink {
    /** The data of one event, in {@code bytes[from, to)}. */
    void event(byte[] bytes, int from, int to);
  }

  public SseDecoder(EventSink sink) {
    this.sink = sink;
  }

  /** Forgets everything: the next byte starts a new stream. */
  public void reset() {
    lineLength = 0;
    dataLength = 0;
    hasData = false;
    markSeen = 0;
    afterCarriageReturn = false;
  }

  /** Takes the next bytes of the stream. */
  public void feed(byte[] bytes, int from, int to) {
    int start = markSeen < BYTE_ORDER_MARK.length ? behindMark(bytes, from, to) : from;
    if (afterCarriageReturn && start < to) {
      afterCarriageReturn = false;
      if (bytes[start] == '\n') {
        start++;
      }
    }
    while (start < to) {
      int end = LineEnds.find(bytes, start, to);
      if (end == to) {
        keep(bytes, start, to);
        return;
      }
      int next = end + 1;
      if (bytes[end] == '\r') {
        if (next == to) {
          afterCarriageReturn = true;
        } else if (bytes[next] == '\n') {
          next++;
        }
      }
      if (lineLength == 0) {
        next = line(bytes, start, end, next, to);
      } else {
        keep(bytes, start, end);
        int length = lineLength;
        lineLength = 0;
        line(line, 0, length, length, length);
      }
      start = next;
    }
  }

  /** The stream has ended: an event whose empty line is missing is handed on. */
  public void end() {
    if (lineLength > 0) {
      int length = lineLength;
      lineLength = 0;
      line(line, 0, length, length, length);
    }
    dispatch();
  }

  /** Where the first line starts, as far as its bytes are here. */
  private int behindMark(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && markSeen < BYTE_ORDER_MARK.length && bytes[at] == BYTE_ORDER_MARK[markSeen]) {
      at++;
      markSeen++;
    }
    if (at < to && markSeen < BYTE_ORDER_MARK.length) {
      keep(BYTE_ORDER_MARK, 0, markSeen);
      markSeen = BYTE_ORDER_MARK.length;
    }
    return at;
  }

  private void keep(byte[] bytes, int from, int to) {
    line = appended(line, lineLength, bytes, from, to);
    lineLength += to - from;
  }

  /**
   * One whole line.
   *
   * @param next where the next line starts, in the same array
   * @return where to go on: behind the event's empty line when it was at hand
   */
  private int line(byte[] bytes, int from, int end, int next, int to) {
    if (from == end) {
      dispatch();
      return next;
    }
    int value = valueOfData(bytes, from, end);
    if (value < 0) {
      return next;
    }
    if (!hasData && next < to && bytes[next] == '\n') {
      sink.event(bytes, value, end);
      return next + 1;
    }
    if (hasData) {
      data = appended(data, dataLength++, new byte[] {'\n'}, 0, 1);
    }
    data = appended(data, dataLength, bytes, value, end);
    dataLength += end - value;
    hasData = true;
    return next;
  }

  /** Where the value of a data field starts; negative for a comment or another field. */
  private static int valueOfData(byte[] bytes, int from, int end) {
    int colon = from + DATA.length;
    if (colon > end || !Arrays.equals(bytes, from, colon, DATA, 0, DATA.length)) {
      return -1;
    }
    if (colon == end) {
      return end;
    }
    if (bytes[colon] != ':') {
      return -1;
    }
    boolean space = colon + 1 < end && bytes[colon + 1] == ' ';
    return space ? colon + 2 : colon + 1;
  }

  private void dispatch() {
    if (hasData) {
      int length = dataLength;
      hasData = false;
      dataLength = 0;
      sink.event(data, 0, length);
    }
  }

  private static byte[] appended(byte[] target, int length, byte[] bytes, int from, int to) {
    byte[] room =
        length + to - from <= target.length
            ? target
            : Arrays.copyOf(target, Math.max(2 * target.length, length + to - from));
    System.arraycopy(bytes, from, room, length, to - from);
    return room;
  }
}
