package dev.sweepline.measure.verdict;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A setting's value, however it is written: {@code true} is Python's {@code True}, 0.90 is 0.9.
 *
 * @param text in small letters
 * @param decimal null when it is no number
 */
record KnobValue(String text, @Nullable BigDecimal decimal) {
  private static final Set<String> LEFT_TO_SERVER = Set.of("auto", "none", "");

  /** The server chooses which of its 8-bit forms this is. */
  private static final String FP8 = "fp8";

  static KnobValue of(Object value) {
    String text = value.toString().strip().toLowerCase(Locale.ROOT);
    return new KnobValue(text, decimal(text));
  }

  private static @Nullable BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Whether it asks for nothing, so that whatever the server does fits. */
  boolean isLeftToServer() {
    return LEFT_TO_SERVER.contains(text);
  }

  /** Whether a server that was told this may say that. A size with a unit is not compared. */
  boolean agrees(KnobValue seen) {
    if (seen.decimal != null) {
      return decimal == null || decimal.compareTo(seen.decimal) == 0;
    }
    return text.equals(seen.text) || (text.equals(FP8) && seen.text.startsWith(FP8));
  }

  /** The number, 1 for true and 0 for false; else NaN. */
  double number() {
    return switch (text) {
      case "true" -> 1;
      case "false" -> 0;
      default -> decimal == null ? Double.NaN : decimal.doubleValue();
    };
  }
}
