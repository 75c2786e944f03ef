package dev.sweepline.measure.requests;

/** The one rounding of latencies. */
final class Rounding {
  private Rounding() {}

  /** A quotient rounded half up to a whole number. */
  static long halfUp(long dividend, long divisor) {
    return Math.floorDiv(2 * dividend + divisor, 2 * divisor);
  }
}
