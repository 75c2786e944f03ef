package dev.sweepline.analytics.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.erdtman.jcs.NumberToJSON;

/** A float as Python's {@code repr} writes it: the shortest digits that read back the same. */
final class PythonFloat {
  /** Decimal exponents below this one are written in scientific form. */
  private static final int SMALLEST_PLAIN = -4;

  /** Decimal exponents from this one on are written in scientific form. */
  private static final int FIRST_SCIENTIFIC = 16;

  private PythonFloat() {}

  static String repr(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Infinity" : "-Infinity";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    BigDecimal shortest = new BigDecimal(shortestDigits(Math.abs(value))).stripTrailingZeros();
    String digits = shortest.unscaledValue().toString();
    int exponent = digits.length() - 1 - shortest.scale();
    String sign = value < 0 ? "-" : "";
    return exponent < SMALLEST_PLAIN || exponent >= FIRST_SCIENTIFIC
        ? sign + scientific(digits, exponent)
        : sign + plain(shortest);
  }

  private static String plain(BigDecimal value) {
    String text = value.toPlainString();
    return text.contains(".") ? text : text + ".0";
  }

  private static String scientific(String digits, int exponent) {
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return "%se%s%02d".formatted(mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  /** {@link Double#toString} has digits to spare on JDK 17; ECMAScript's form has not. */
  private static String shortestDigits(double value) {
    try {
      return NumberToJSON.serializeNumber(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
