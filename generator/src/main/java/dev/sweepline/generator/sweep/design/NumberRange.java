package dev.sweepline.generator.sweep.design;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Numbers from one to another, both included where the steps meet it. Decimal arithmetic, so that
 * 0.85 and a step of 0.05 give 0.9.
 *
 * @param from first
 * @param to last at most
 * @param next from one to the following
 */
record NumberRange(BigDecimal from, BigDecimal to, UnaryOperator<BigDecimal> next) {
  private static final Set<String> KEYS = Set.of("from", "to", "step", "factor");
  private static final int MOST = 10_000;

  /**
   * From {@code {from, to, step}} or {@code {from, to, factor}}.
   *
   * @throws IllegalArgumentException when a key is missing or unknown, or the numbers never end
   */
  static NumberRange of(Map<?, ?> written) {
    written.keySet().stream()
        .filter(key -> !KEYS.contains(String.valueOf(key)))
        .findFirst()
        .ifPresent(
            key -> {
              throw new IllegalArgumentException("a range has from, to and step or factor: " + key);
            });
    if (written.containsKey("step") == written.containsKey("factor")) {
      throw new IllegalArgumentException("a range has either a step or a factor");
    }
    BigDecimal from = number("from", written.get("from"));
    BigDecimal to = number("to", written.get("to"));
    if (to.compareTo(from) < 0) {
      throw new IllegalArgumentException(
          "to must not be below from, got: %s to %s".formatted(from, to));
    }
    return new NumberRange(
        from, to, written.containsKey("step") ? adding(written) : times(written, from));
  }

  private static UnaryOperator<BigDecimal> adding(Map<?, ?> written) {
    BigDecimal step = number("step", written.get("step"));
    if (step.signum() <= 0) {
      throw new IllegalArgumentException("step must be above 0, got: " + step);
    }
    return value -> value.add(step);
  }

  private static UnaryOperator<BigDecimal> times(Map<?, ?> written, BigDecimal from) {
    BigDecimal factor = number("factor", written.get("factor"));
    if (factor.compareTo(BigDecimal.ONE) <= 0 || from.signum() <= 0) {
      throw new IllegalArgumentException(
          "factor must be above 1 and from above 0, got: %s and %s".formatted(factor, from));
    }
    return value -> value.multiply(factor);
  }

  private static BigDecimal number(String key, @Nullable Object value) {
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return Scalars.decimal(number);
    }
    throw new IllegalArgumentException(key + " must be a number, got: " + value);
  }

  /** The numbers; whole ones are integers. */
  List<Object> values() {
    List<Object> values = new ArrayList<>();
    for (BigDecimal value = from; value.compareTo(to) <= 0; value = next.apply(value)) {
      if (values.size() == MOST) {
        throw new IllegalArgumentException("a range has at most %d levels".formatted(MOST));
      }
      values.add(plain(value));
    }
    return values;
  }

  private static Object plain(BigDecimal value) {
    if (value.stripTrailingZeros().scale() > 0) {
      return value.doubleValue();
    }
    BigInteger whole = value.toBigIntegerExact();
    return whole.bitLength() < Integer.SIZE ? (Object) whole.intValue() : whole;
  }
}
