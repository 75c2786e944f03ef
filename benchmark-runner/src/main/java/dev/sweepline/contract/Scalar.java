package dev.sweepline.contract;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A value of a flat object whose keys are open: text, number, truth value or null. */
final class Scalar {
  private Scalar() {}

  /**
   * The value in the one form that a reader gets: the narrowest of Integer, Long and BigInteger,
   * else Double.
   *
   * @throws IllegalArgumentException when it is something else, or not finite
   */
  static @Nullable Object of(String key, @Nullable Object value) {
    Rules.hold(
        value == null
            || value instanceof String
            || value instanceof Boolean
            || (value instanceof Number number && Double.isFinite(number.doubleValue())),
        key,
        "must be a string, a finite number, true, false or null",
        value);
    if (value instanceof Float number) {
      return Double.valueOf(number.toString());
    }
    if (value instanceof Short || value instanceof Long || value instanceof BigInteger) {
      return narrowest(new BigInteger(value.toString()));
    }
    return value;
  }

  private static Number narrowest(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      return value.intValue();
    }
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
  }
}
