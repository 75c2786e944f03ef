package dev.sweepline.generator.catalogue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole numbers as vLLM reads them: a small letter counts by 1000 and may follow a decimal, a
 * capital one counts by 1024 and may not.
 */
public final class HumanSize {
  private static final Pattern SUFFIXED = Pattern.compile("(\\d+(?:\\.\\d+)?)([kKmMgGtT])");
  private static final Pattern PLAIN = Pattern.compile("\\s*[+-]?\\d+(?:_\\d+)*\\s*");
  private static final Map<String, Long> FACTORS =
      Map.of(
          "k",
          1_000L,
          "m",
          1_000_000L,
          "g",
          1_000_000_000L,
          "t",
          1_000_000_000_000L,
          "K",
          1L << 10,
          "M",
          1L << 20,
          "G",
          1L << 30,
          "T",
          1L << 40);

  private HumanSize() {}

  /**
   * The number.
   *
   * @throws NumberFormatException when it is none
   * @throws IllegalArgumentException for a decimal with a capital letter
   */
  public static long parse(String text) {
    Matcher matcher = SUFFIXED.matcher(text.strip());
    if (!matcher.matches()) {
      return whole(text);
    }
    String number = matcher.group(1);
    String suffix = matcher.group(2);
    long factor = FACTORS.getOrDefault(suffix, 1L);
    if (Character.isUpperCase(suffix.charAt(0)) && number.contains(".")) {
      throw new IllegalArgumentException(
          "Decimals are not allowed with binary suffixes like %s. Did you mean to use %s%s instead?"
              .formatted(suffix, number, Character.toLowerCase(suffix.charAt(0))));
    }
    return new BigDecimal(number).multiply(BigDecimal.valueOf(factor)).longValue();
  }

  /**
   * A number without a letter.
   *
   * @throws NumberFormatException when it is none
   */
  static long whole(String text) {
    if (!PLAIN.matcher(text).matches()) {
      throw new NumberFormatException(text);
    }
    return Long.parseLong(text.strip().replace("_", "").replaceFirst("^\\+", ""));
  }
}
