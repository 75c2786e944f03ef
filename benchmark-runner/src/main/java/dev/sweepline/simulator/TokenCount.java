package dev.sweepline.simulator;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a number of tokens as vLLM does: {@code 16384}, {@code 16k} (16000), {@code 16K} (16384).
 */
final class TokenCount implements ITypeConverter<Integer> {
  private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)([kKmMgG]?)");
  private static final Map<String, Integer> UNITS =
      Map.of(
          "",
          1,
          "k",
          1_000,
          "K",
          1 << 10,
          "m",
          1_000_000,
          "M",
          1 << 20,
          "g",
          1_000_000_000,
          "G",
          1 << 30);

  @Override
  public Integer convert(String text) {
    Matcher form = FORM.matcher(text);
    if (form.matches()) {
      int unit = UNITS.getOrDefault(form.group(2), 1);
      BigDecimal tokens = new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(unit));
      if (tokens.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) {
        return tokens.intValue();
      }
    }
    throw new TypeConversionException(
        "'%s' is not a number of tokens such as 8192 or 8k".formatted(text));
  }
}
