package dev.sweepline.runner.sse;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes at a time, as one word whose lowest byte comes first. A mask tells with the
 * high bit of a byte that it is one that was looked for. Of a mask only the lowest bit is sure, as
 * a borrow may set wrong ones above it; the lowest of several masks together is sure too.
 */
final class EightBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private EightBytes() {}

  /** The word at an index that has eight bytes behind it. */
  static long at(byte[] bytes, int index) {
    return (long) LONGS.get(bytes, index);
  }

  /** The byte eight times, for {@link #equal}. */
  static long all(char ascii) {
    return ONES * ascii;
  }

  /** Mask of the bytes that are that of {@code eightTimes}. */
  static long equal(long word, long eightTimes) {
    long zeroes = word ^ eightTimes;
    return (zeroes - ONES) & ~zeroes & HIGHS;
  }

  /** Mask of the bytes below that of {@code eightTimes}, which is at most 0x80; unsigned. */
  static long below(long word, long eightTimes) {
    return (word - eightTimes) & ~word & HIGHS;
  }

  /** Place of the first byte in a mask that is not 0. */
  static int first(long mask) {
    return Long.numberOfTrailingZeros(mask) / Byte.SIZE;
  }
}
