package dev.sweepline.runner.scrape.exposition;

import java.util.Locale;
import java.util.regex.Pattern;

/** The numbers of both formats; narrower than Java's own, which end in {@code d} or {@code f}. */
final class FloatText {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  private FloatText() {}

  static double parse(String word) throws MalformedLine {
    if (DECIMAL.matcher(word).matches()) {
      return Double.parseDouble(word);
    }
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "nan" -> Double.NaN;
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new MalformedLine();
    };
  }
}
