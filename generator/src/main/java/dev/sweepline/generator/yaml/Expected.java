package dev.sweepline.generator.yaml;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What should have stood in a place, in words of YAML. */
final class Expected {
  private record Kind(Class<?> type, String words) {}

  private Expected() {}

  /** Empty when there is no better word for it than the parser's own. */
  static Optional<String> of(MismatchedInputException e) {
    Class<?> target = e.getTargetType();
    if (target == null) {
      return Optional.empty();
    }
    if (target.isEnum()) {
      return Optional.of("must be one of %s%s".formatted(names(target), got(e)));
    }
    return Stream.of(
            new Kind(Map.class, "a mapping"),
            new Kind(Record.class, "a mapping"),
            new Kind(Collection.class, "a list"),
            new Kind(Integer.class, "a whole number"),
            new Kind(Long.class, "a whole number"),
            new Kind(Number.class, "a number"),
            new Kind(Boolean.class, "true or false"),
            new Kind(String.class, "a text"))
        .filter(kind -> kind.type().isAssignableFrom(target))
        .map(kind -> "must be " + kind.words() + got(e))
        .findFirst();
  }

  private static String names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
        .collect(joining(", "));
  }

  private static String got(MismatchedInputException e) {
    return e instanceof InvalidFormatException format ? ", got: " + format.getValue() : "";
  }
}
