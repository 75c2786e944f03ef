package dev.sweepline.measure.verdict;

import java.math.BigDecimal;

/** Thresholds as they are written in the guide. */
final class Wording {
  private Wording() {}

  static String percent(double share) {
    return number(BigDecimal.valueOf(share).movePointRight(2)) + " %";
  }

  static String ms(long us) {
    return number(BigDecimal.valueOf(us).movePointLeft(3)) + " ms";
  }

  /** Milliseconds, as thresholds are set, in microseconds, as requests are stamped. */
  static long us(double ms) {
    return Math.round(ms * 1000);
  }

  static String number(double value) {
    return number(BigDecimal.valueOf(value));
  }

  private static String number(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
