package dev.sweepline.runner;

import dev.sweepline.contract.Load.Balancing;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a rule of balancing from the command line, with hyphens or underscores. */
final class BalancingConverter implements ITypeConverter<Balancing> {
  @Override
  public Balancing convert(String text) {
    return Arrays.stream(Balancing.values())
        .filter(rule -> word(rule).equals(text.toLowerCase(Locale.ROOT).replace('_', '-')))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    Arrays.stream(Balancing.values())
                        .map(BalancingConverter::word)
                        .collect(Collectors.joining(" or ", "must be ", ", got: " + text))));
  }

  private static String word(Balancing rule) {
    return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
