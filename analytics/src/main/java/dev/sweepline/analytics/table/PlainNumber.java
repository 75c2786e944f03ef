package dev.sweepline.analytics.table;

import java.math.BigDecimal;

/** A number as people write it: {@code 8192}, {@code 0.9}, {@code inf}; the digits are all kept. */
public final class PlainNumber {
  private static final double EXACT_INTEGERS = 1e15;

  private PlainNumber() {}

  /** The shortest text without an exponent for whole numbers. */
  public static String format(Number number) {
    double value = number.doubleValue();
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == Math.rint(value) && Math.abs(value) < EXACT_INTEGERS) {
      return BigDecimal.valueOf(number.longValue()).toPlainString();
    }
    return number.toString();
  }
}
