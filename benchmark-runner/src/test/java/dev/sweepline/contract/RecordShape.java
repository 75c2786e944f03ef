package dev.sweepline.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads keys, types and nullability off the records, apart from the code under test. */
final class RecordShape {
  private RecordShape() {}

  /** The records of the contracts, outermost first. */
  static List<Class<?>> allRecords() {
    return ContractExample.firsts().stream()
        .map(ContractExample::type)
        .flatMap(RecordShape::withNested)
        .distinct()
        .collect(Collectors.toList());
  }

  private static Stream<Class<?>> withNested(Class<?> type) {
    if (!isObject(type)) {
      return Stream.of();
    }
    Stream<Class<?>> nested =
        Arrays.stream(type.getRecordComponents())
            .map(component -> raw(contentOf(component.getAnnotatedType()).getType()))
            .flatMap(RecordShape::withNested);
    return Stream.concat(Stream.of(type), nested);
  }

  /** Whether a type is written as an object of fixed keys. */
  static boolean isObject(Class<?> type) {
    return type.isRecord()
        && Arrays.stream(type.getDeclaredMethods())
            .noneMatch(method -> method.isAnnotationPresent(JsonValue.class));
  }

  static String keyOf(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
  }

  /** The element of a list, the value of a map, else the type itself. */
  static AnnotatedType contentOf(AnnotatedType type) {
    if (type instanceof AnnotatedParameterizedType parameterized) {
      AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
      return arguments[arguments.length - 1];
    }
    return type;
  }

  /** The word of the documentation for a type. */
  static String wordFor(AnnotatedType type) {
    Class<?> raw = raw(type.getType());
    if (raw == List.class) {
      return "list of " + wordFor(contentOf(type));
    }
    if (raw == Map.class) {
      return "map to " + (isNullable(contentOf(type)) ? "any" : wordFor(contentOf(type)));
    }
    if (raw.isEnum()) {
      return "one of " + String.join(", ", constants(raw));
    }
    return WORDS.getOrDefault(raw, "`" + raw.getSimpleName() + "`");
  }

  static List<String> constants(Class<?> enumType) {
    return Arrays.stream(enumType.getEnumConstants())
        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static final Map<Class<?>, String> WORDS =
      Map.ofEntries(
          Map.entry(int.class, "integer"),
          Map.entry(Integer.class, "integer"),
          Map.entry(long.class, "integer"),
          Map.entry(Long.class, "integer"),
          Map.entry(double.class, "number"),
          Map.entry(Double.class, "number"),
          Map.entry(boolean.class, "boolean"),
          Map.entry(Boolean.class, "boolean"),
          Map.entry(String.class, "string"),
          Map.entry(Instant.class, "time"),
          Map.entry(Ints.class, "list of integers"),
          Map.entry(RequestRate.class, "number > 0 or \"inf\""),
          Map.entry(ServerConfig.class, "configuration"));
}
