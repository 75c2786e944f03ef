package dev.sweepline.analytics.read;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Values of a JSON line in the plainest writing: no space, no escape, ASCII, integers without sign.
 * Anything else, right or wrong, and the scan no longer {@link #fits()}; what it returns then means
 * nothing.
 */
final class LineScan {
  private static final byte[] NULL = bytes("null");

  /** So many digits are in every long. */
  private static final int SAFE_DIGITS = 18;

  private byte[] line = new byte[0];
  private int at;
  private int end;
  private boolean fits;
  private int[] ints = new int[64];
  private int intsRead;

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  void start(byte[] buffer, int from, int to) {
    line = buffer;
    at = from;
    end = to;
    fits = true;
  }

  boolean fits() {
    return fits;
  }

  boolean isAtEnd() {
    return at == end;
  }

  /** Goes over a text that must be there. */
  void over(byte[] text) {
    if (!skips(text)) {
      fits = false;
    }
  }

  String string() {
    int from = stringStart();
    return fits ? new String(line, from, at - 1 - from, StandardCharsets.ISO_8859_1) : "";
  }

  @Nullable String stringOrNull() {
    return skips(NULL) ? null : string();
  }

  /** The constant whose word stands here. */
  <E> E word(Words<E> words) {
    int from = stringStart();
    E constant = fits ? words.find(line, from, at - 1) : null;
    fits &= constant != null;
    return constant == null ? words.any() : constant;
  }

  <E> @Nullable E wordOrNull(Words<E> words) {
    return skips(NULL) ? null : word(words);
  }

  long number() {
    int from = at;
    long value = 0;
    while (at < end && line[at] >= '0' && line[at] <= '9') {
      value = value * 10 + (line[at] - '0');
      at++;
    }
    int digits = at - from;
    fits &= digits > 0 && digits <= SAFE_DIGITS && (digits == 1 || line[from] != '0');
    return value;
  }

  @Nullable Long numberOrNull() {
    return skips(NULL) ? null : (Long) number();
  }

  int integer() {
    long value = number();
    fits &= value <= Integer.MAX_VALUE;
    return (int) value;
  }

  @Nullable Integer integerOrNull() {
    return skips(NULL) ? null : (Integer) integer();
  }

  /** Reads an array into {@link #ints()}. */
  void readIntegers() {
    intsRead = 0;
    if (!isNext('[')) {
      fits = false;
      return;
    }
    at++;
    if (isNext(']')) {
      at++;
      return;
    }
    while (fits) {
      if (intsRead == ints.length) {
        ints = Arrays.copyOf(ints, 2 * intsRead);
      }
      ints[intsRead++] = integer();
      if (isNext(']')) {
        at++;
        return;
      }
      overSymbol(',');
    }
  }

  boolean isNull() {
    return skips(NULL);
  }

  int[] ints() {
    return ints;
  }

  int intsRead() {
    return intsRead;
  }

  /** Goes over a string; returns where its text starts. */
  private int stringStart() {
    overSymbol('"');
    int from = at;
    while (fits && at < end && line[at] >= ' ' && line[at] != '"' && line[at] != '\\') {
      at++;
    }
    overSymbol('"');
    return from;
  }

  private void overSymbol(char symbol) {
    fits &= isNext(symbol);
    at += fits ? 1 : 0;
  }

  private boolean isNext(char symbol) {
    return at < end && line[at] == symbol;
  }

  private boolean skips(byte[] text) {
    int behind = at + text.length;
    if (behind > end || !Arrays.equals(line, at, behind, text, 0, text.length)) {
      return false;
    }
    at = behind;
    return true;
  }
}
