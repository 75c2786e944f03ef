package dev.sweepline.contract;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns Jackson's complaints into {@code source:line: key: rule}. */
final class JsonErrors {
  private static final Pattern MISSING = Pattern.compile("creator property '([^']+)'");

  private JsonErrors() {}

  /**
   * @param line number of a line that was read alone, or 0 to take the place in the document
   */
  static ContractException translate(String source, long line, JsonProcessingException e) {
    long at = line > 0 ? line : lineOf(e.getLocation());
    Rules.RuleViolation violation = violationIn(e);
    if (violation != null) {
      return ContractException.at(source, at, joined(keyOf(e), violation.key()), violation.rule());
    }
    return ContractException.at(source, at, keyOf(e), ruleOf(e));
  }

  private static long lineOf(@Nullable JsonLocation location) {
    return location == null ? 0 : Math.max(0, location.getLineNr());
  }

  private static String ruleOf(JsonProcessingException e) {
    String text = e.getOriginalMessage();
    Matcher missing = MISSING.matcher(text);
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "is not a known key (known: %s)"
          .formatted(
              unknown.getKnownPropertyIds().stream()
                  .map(Object::toString)
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
    if (e instanceof InvalidNullException) {
      return "must not be null";
    }
    if (e instanceof InvalidFormatException format) {
      return "%s, got: %s".formatted(expected(format.getTargetType()), format.getValue());
    }
    if (text.startsWith("Missing required creator property") && missing.find()) {
      return "must be given; it is missing";
    }
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "%s (%s)".formatted(expected(mismatch.getTargetType()), firstSentence(text));
    }
    if (e instanceof JsonParseException) {
      return "is not valid JSON: " + firstSentence(text);
    }
    return firstSentence(text);
  }

  private static String expected(Class<?> type) {
    String name = type.getSimpleName();
    if (type.isEnum()) {
      return "must be one of "
          + java.util.Arrays.stream(type.getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
    }
    return switch (name) {
      case "int", "Integer", "long", "Long" -> "must be an integer";
      case "double", "Double" -> "must be a finite number";
      case "boolean", "Boolean" -> "must be true or false";
      case "String" -> "must be a string";
      case "Instant" -> "must be a UTC time like 2026-01-31T12:00:00Z";
      case "int[]", "Ints" -> "must be a list of integers";
      default -> type.isRecord() ? "must be an object" : "must be a " + name;
    };
  }

  /** The dotted path; a missing key is not on Jackson's path, so it is read off the message. */
  private static String keyOf(JsonProcessingException e) {
    if (!(e instanceof JsonMappingException mapping)) {
      return "";
    }
    String path =
        mapping.getPath().stream()
            .map(
                reference ->
                    reference.getFieldName() != null
                        ? reference.getFieldName()
                        : "[" + reference.getIndex() + "]")
            .collect(Collectors.joining("."))
            .replace(".[", "[");
    return path;
  }

  private static String joined(String path, String key) {
    return path.isEmpty() || path.endsWith(key) ? (path.isEmpty() ? key : path) : path + "." + key;
  }

  private static Rules.@Nullable RuleViolation violationIn(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Rules.RuleViolation violation) {
        return violation;
      }
    }
    return null;
  }

  private static String firstSentence(String text) {
    return text.lines().findFirst().orElse(text);
  }
}
