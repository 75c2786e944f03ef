package dev.sweepline.generator.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sweepline.cli.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the value of an option as the parser does. Complaints are in the parser's words. */
final class FlagValue {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final Pattern DECIMAL =
      Pattern.compile("\\s*[+-]?(?:(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:[eE][+-]?\\d+)?)\\s*");
  private static final Pattern UNBOUNDED = Pattern.compile("[+-]?(?:inf(?:inity)?|nan)");
  private static final long AUTOMATIC = -1;

  private FlagValue() {}

  /**
   * A text as the value that the server gets; null for {@code None}.
   *
   * @throws IllegalArgumentException when the parser would refuse it
   */
  static @Nullable Object read(Flag flag, String text) {
    ValueType type = flag.type();
    boolean absent = text.isEmpty() || text.equals("None");
    if (type.absence() == ValueType.Absence.ACCEPTED && absent) {
      return null;
    }
    Object value = converted(flag, text);
    if (!flag.choices().isEmpty() && !flag.choices().contains(value.toString())) {
      throw new IllegalArgumentException(
          "invalid choice: %s%s".formatted(quoted(text), from(flag)));
    }
    return value;
  }

  private static Object converted(Flag flag, String text) {
    ValueType type = flag.type();
    try {
      return switch (type.basis()) {
        case TEXT -> text;
        case INT -> HumanSize.whole(text);
        case FLOAT -> decimal(text);
        case SIZE -> HumanSize.parse(text);
        case SIZE_OR_AUTO ->
            text.strip().toLowerCase(Locale.ROOT).equals("auto")
                ? (Object) AUTOMATIC
                : HumanSize.parse(text);
        case JSON -> JSON.readTree(text);
        case OBJECT -> object(flag, text);
      };
    } catch (NumberFormatException | JsonProcessingException e) {
      throw new IllegalArgumentException(inconvertible(type, text), e);
    }
  }

  private static double decimal(String text) {
    if (UNBOUNDED.matcher(text.strip().toLowerCase(Locale.ROOT)).matches()) {
      return text.contains("n") && text.toLowerCase(Locale.ROOT).contains("nan")
          ? Double.NaN
          : Double.POSITIVE_INFINITY;
    }
    if (!DECIMAL.matcher(text).matches()) {
      throw new NumberFormatException(text);
    }
    return Double.parseDouble(text.strip().replace("_", ""));
  }

  private static JsonNode object(Flag flag, String text) throws JsonProcessingException {
    JsonNode node = JSON.readTree(text);
    node.fieldNames().forEachRemaining(field -> checkField(flag, field));
    return node;
  }

  /**
   * Whether an object has a key.
   *
   * @throws IllegalArgumentException when it has not
   */
  static void checkField(Flag flag, String field) {
    if (!flag.fields().isEmpty() && !flag.fields().contains(field)) {
      List<String> nearest = NearestName.ranked(field, flag.fields());
      throw new IllegalArgumentException(
          "Unexpected keyword argument %s%s"
              .formatted(
                  quoted(field),
                  nearest.isEmpty() ? "" : "; did you mean %s?".formatted(nearest.get(0))));
    }
  }

  private static String inconvertible(ValueType type, String text) {
    String name =
        switch (type.basis()) {
          case SIZE -> "human_readable_int";
          case SIZE_OR_AUTO -> "human_readable_int_or_auto";
          case JSON, OBJECT -> "JSON";
          default -> type.basis().name().toLowerCase(Locale.ROOT);
        };
    return type.absence() == ValueType.Absence.ACCEPTED
        ? "Value %s cannot be converted to %s.".formatted(text, name)
        : "invalid %s value: %s".formatted(name, quoted(text));
  }

  private static String from(Flag flag) {
    return flag.choices().stream()
        .map(FlagValue::quoted)
        .collect(Collectors.joining(", ", " (choose from ", ")"));
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }
}
