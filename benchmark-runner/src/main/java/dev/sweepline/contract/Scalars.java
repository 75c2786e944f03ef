package dev.sweepline.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a value that is no record, list or map must look like. */
final class Scalars {
  private Scalars() {}

  /** Null when the value fits. */
  static @Nullable Complaint check(JsonPointer place, JsonNode value, Class<?> type) {
    if (type == Ints.class) {
      return ints(place, value);
    }
    String rule = brokenRule(value, type);
    return rule == null ? null : Complaint.about(place, rule, value);
  }

  private static @Nullable String brokenRule(JsonNode value, Class<?> type) {
    if (type.isEnum()) {
      return rule(value.isTextual() && names(type).contains(value.textValue()), oneOf(type));
    }
    return switch (type.getSimpleName()) {
      case "int", "Integer" ->
          wholeNumber(value, value.canConvertToInt(), Integer.MIN_VALUE, Integer.MAX_VALUE);
      case "long", "Long" ->
          wholeNumber(value, value.canConvertToLong(), Long.MIN_VALUE, Long.MAX_VALUE);
      case "double", "Double" ->
          rule(value.isNumber() && Double.isFinite(value.doubleValue()), "must be a finite number");
      case "boolean", "Boolean" -> rule(value.isBoolean(), "must be true or false");
      case "String" -> rule(value.isTextual(), "must be a string");
      case "Instant" -> rule(isUtc(value), "must be a UTC time like 2026-01-31T12:00:00Z");
      case "ServerConfig" -> rule(value.isObject(), "must be an object");
      default -> null;
    };
  }

  private static @Nullable String rule(boolean holds, String rule) {
    return holds ? null : rule;
  }

  private static @Nullable String wholeNumber(JsonNode value, boolean fits, long least, long most) {
    if (!value.isIntegralNumber()) {
      return "must be an integer";
    }
    return rule(fits, "must be from %d to %d".formatted(least, most));
  }

  private static boolean isUtc(JsonNode value) {
    Instant instant = value.isTextual() ? ContractTypes.utc(value.textValue()) : null;
    return instant != null;
  }

  private static @Nullable Complaint ints(JsonPointer place, JsonNode value) {
    if (!value.isArray()) {
      return Complaint.about(place, "must be a list of integers", value);
    }
    Complaint complaint = null;
    for (int i = 0; complaint == null && i < value.size(); i++) {
      JsonPointer at = place.appendIndex(i);
      complaint =
          value.get(i).isNull()
              ? new Complaint(at, "must not be null")
              : check(at, value.get(i), int.class);
    }
    return complaint;
  }

  static List<String> names(Class<?> enumType) {
    return Arrays.stream(enumType.getEnumConstants())
        .map(constant -> ContractTypes.written((Enum<?>) constant))
        .toList();
  }

  static String oneOf(Class<?> enumType) {
    return "must be one of " + String.join(", ", names(enumType));
  }
}
