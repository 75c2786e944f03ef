package dev.sweepline.generator.sweep.design;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values of settings as YAML gives them. */
final class Scalars {
  private Scalars() {}

  /**
   * A value that can be a level.
   *
   * @throws IllegalArgumentException for a list, a mapping, nothing, or no finite number
   */
  static Object checked(@Nullable Object value) {
    if (value instanceof Number number ? Double.isFinite(number.doubleValue()) : isPlain(value)) {
      return Objects.requireNonNull(value);
    }
    throw new IllegalArgumentException(
        "a level must be a string, a finite number, true or false, got: " + value);
  }

  private static boolean isPlain(@Nullable Object value) {
    return value instanceof String || value instanceof Boolean;
  }

  /** Whether two values are the same setting: 8 and 8.0 are. */
  static boolean same(@Nullable Object one, @Nullable Object other) {
    if (one instanceof Number && other instanceof Number) {
      return decimal(one).compareTo(decimal(other)) == 0;
    }
    return one != null && one.equals(other);
  }

  /** The exact value of a finite number. */
  static BigDecimal decimal(Object number) {
    return new BigDecimal(number.toString());
  }
}
