package dev.sweepline.runner.sse;

/**
 * Reads an event's JSON in one pass over its bytes, without an object per event. It is strict and
 * proud: whatever it is not sure of (an escape where the text matters, an error, a long number,
 * anything that is not JSON) it declines, and the caller asks {@link JacksonEventReader}.
 */
final class EventScanner {
  private static final int DEEPEST = 24;
  private static final int LONGEST_NUMBER = 9;

  private byte[] bytes = {};
  private int at;
  private int to;
  private int stringFrom;
  private int stringTo;
  private boolean escaped;
  private int texts;
  private int textFrom;
  private int textTo;

  /**
   * Scans {@code bytes[from, to)}.
   *
   * @return false when declined; the event's content is then meaningless
   */
  boolean scan(byte[] bytes, int from, int to, StreamEvent event) {
    this.bytes = bytes;
    this.at = from;
    this.to = to;
    this.texts = 0;
    return peekPastSpace() == '{' && value(Place.ROOT, event, 0) && peekPastSpace() < 0;
  }

  /** How many texts the last event had that were not empty. */
  int texts() {
    return texts;
  }

  /** Where the last of them begins, behind its quote. */
  int textFrom() {
    return textFrom;
  }

  /** Where the last of them ends, at its quote. */
  int textTo() {
    return textTo;
  }

  private boolean value(Place place, StreamEvent event, int depth) {
    int first = peekPastSpace();
    return switch (first) {
      case '{' -> depth < DEEPEST && object(place, event, depth);
      case '[' -> depth < DEEPEST && array(place, event, depth);
      case '"' -> string() && tell(place, event);
      case 't' -> place != Place.ERROR && word("true");
      case 'f' -> place != Place.ERROR && word("false");
      case 'n' -> word("null");
      default -> first >= 0 && number(place, event);
    };
  }

  private boolean object(Place place, StreamEvent event, int depth) {
    if (place == Place.ERROR) {
      return false;
    }
    at++;
    if (peekPastSpace() == '}') {
      at++;
      return true;
    }
    while (true) {
      if (peekPastSpace() != '"' || !string() || escaped) {
        return false;
      }
      Place member = PlaceTable.member(place, bytes, stringFrom, stringTo);
      if (peekPastSpace() != ':') {
        return false;
      }
      at++;
      if (!value(member, event, depth + 1)) {
        return false;
      }
      int next = peekPastSpace();
      at++;
      if (next == '}') {
        return true;
      }
      if (next != ',') {
        return false;
      }
    }
  }

  private boolean array(Place place, StreamEvent event, int depth) {
    if (place == Place.ERROR) {
      return false;
    }
    at++;
    if (peekPastSpace() == ']') {
      at++;
      return true;
    }
    Place element = PlaceTable.element(place);
    while (true) {
      if (!value(element, event, depth + 1)) {
        return false;
      }
      int next = peekPastSpace();
      at++;
      if (next == ']') {
        return true;
      }
      if (next != ',') {
        return false;
      }
    }
  }

  /** A string whose text is in {@code [stringFrom, stringTo)}, still escaped if it has escapes. */
  private boolean string() {
    escaped = false;
    stringFrom = at + 1;
    int end = StringEnds.find(bytes, stringFrom, to);
    while (end < to && bytes[end] == '\\') {
      escaped = true;
      int next = behindEscape(end);
      end = next < 0 ? to : StringEnds.find(bytes, next, to);
    }
    if (end == to || bytes[end] != '"') {
      return false;
    }
    stringTo = end;
    at = end + 1;
    return true;
  }

  private int behindEscape(int backslash) {
    if (backslash + 1 >= to) {
      return -1;
    }
    return switch (bytes[backslash + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> backslash + 2;
      case 'u' -> fourHexDigits(backslash + 2) ? backslash + 6 : -1;
      default -> -1;
    };
  }

  private boolean fourHexDigits(int from) {
    if (from + 4 > to) {
      return false;
    }
    for (int i = from; i < from + 4; i++) {
      if (Character.digit(bytes[i], 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Hands a string on. An escape never makes a string empty, so it matters for reasons only. */
  private boolean tell(Place place, StreamEvent event) {
    if (place == Place.ERROR || (place == Place.OBJECT && equalsError())) {
      return false;
    }
    if (place == Place.FINISH_REASON && escaped) {
      return false;
    }
    if (stringTo > stringFrom) {
      if (place.isText()) {
        texts++;
        textFrom = stringFrom;
        textTo = stringTo;
      }
      event.nonEmptyString(place, bytes, stringFrom, stringTo);
    }
    return true;
  }

  private boolean equalsError() {
    return escaped || PlaceTable.member(Place.ROOT, bytes, stringFrom, stringTo) == Place.ERROR;
  }

  private boolean word(String word) {
    if (at + word.length() > to) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[at + i] != word.charAt(i)) {
        return false;
      }
    }
    at += word.length();
    return true;
  }

  /** A number; only a whole one of few digits is handed on, and a longer one there is declined. */
  private boolean number(Place place, StreamEvent event) {
    if (place == Place.ERROR) {
      return false;
    }
    int from = at;
    boolean negative = skip('-');
    int digits = at;
    int value = digits();
    int count = at - digits;
    if (count == 0 || (count > 1 && bytes[digits] == '0')) {
      return false;
    }
    boolean whole = true;
    if (skip('.')) {
      whole = false;
      int fraction = at;
      digits();
      if (at == fraction) {
        return false;
      }
    }
    if (skip('e') || skip('E')) {
      whole = false;
      if (!skip('+')) {
        skip('-');
      }
      int exponent = at;
      digits();
      if (at == exponent) {
        return false;
      }
    }
    if (place == Place.ELSEWHERE) {
      return at > from;
    }
    if (negative || !whole || count > LONGEST_NUMBER) {
      return false;
    }
    event.number(place, value);
    return true;
  }

  private int digits() {
    int value = 0;
    while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
      value = 10 * value + bytes[at++] - '0';
    }
    return value;
  }

  private boolean skip(char c) {
    if (at < to && bytes[at] == c) {
      at++;
      return true;
    }
    return false;
  }

  private int peekPastSpace() {
    while (at < to) {
      byte c = bytes[at];
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        return c & 0xff;
      }
      at++;
    }
    return -1;
  }
}
