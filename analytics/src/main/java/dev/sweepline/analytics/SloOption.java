package dev.sweepline.analytics;

import dev.sweepline.measure.Slo;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code ttft=2000,tpot=100,e2e=30000}: milliseconds, any of the three. */
final class SloOption implements ITypeConverter<Slo> {
  private static final Set<String> KEYS = Set.of("ttft", "tpot", "e2e");

  @Override
  public Slo convert(String text) {
    Map<String, Double> limits = new HashMap<>();
    for (String part : text.split(",", -1)) {
      String[] pair = part.split("=", 2);
      if (pair.length < 2 || !KEYS.contains(pair[0])) {
        throw new TypeConversionException(
            "must be like ttft=2000,tpot=100,e2e=30000 (milliseconds), got: " + text);
      }
      limits.put(pair[0], milliseconds(pair[1]));
    }
    return new Slo(limits.get("ttft"), limits.get("tpot"), limits.get("e2e"));
  }

  /** Limits as they are typed. */
  static String text(Slo slo) {
    return Stream.of(
            limit("ttft", slo.ttftMs()), limit("tpot", slo.tpotMs()), limit("e2e", slo.e2eMs()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(","));
  }

  private static Optional<String> limit(String key, @Nullable Double milliseconds) {
    return Optional.ofNullable(milliseconds).map(ms -> key + "=" + ms);
  }

  private static double milliseconds(String text) {
    try {
      double value = Double.parseDouble(text);
      if (value > 0 && Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new TypeConversionException("must be a number of milliseconds > 0, got: " + text);
    }
    throw new TypeConversionException("must be a number of milliseconds > 0, got: " + text);
  }
}
