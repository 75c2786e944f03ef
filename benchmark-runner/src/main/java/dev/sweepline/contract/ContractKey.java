package dev.sweepline.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key of a contract, with the rules that its record component states. */
record ContractKey(RecordComponent component) {
  static final String SCHEMA_VERSION = "schema_version";

  private static final ClassValue<List<ContractKey>> KEYS =
      new ClassValue<>() {
        @Override
        protected List<ContractKey> computeValue(Class<?> type) {
          return type.isRecord() && !isOneValue(type)
              ? Arrays.stream(type.getRecordComponents()).map(ContractKey::new).toList()
              : List.of();
        }
      };

  /** Such as a rate, which is a record only in Java. */
  private static boolean isOneValue(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
  }

  /** In the order of writing; none for a type that has no fixed keys. */
  static List<ContractKey> of(Class<?> type) {
    return KEYS.get(type);
  }

  /** Whether a document or line of this type says which version it has. */
  static boolean stateVersion(Class<?> type) {
    List<ContractKey> keys = of(type);
    return !keys.isEmpty() && keys.get(0).name().equals(SCHEMA_VERSION);
  }

  /** Names of the keys that came after a minor version. */
  static List<String> youngerThan(Class<?> type, int minor) {
    return of(type).stream()
        .filter(key -> !key.isRequiredIn(minor))
        .map(ContractKey::name)
        .toList();
  }

  /** As written. */
  String name() {
    return SnakeCaseStrategy.INSTANCE.translate(component.getName());
  }

  AnnotatedType type() {
    return component.getAnnotatedType();
  }

  boolean isNullable() {
    return isNullable(type());
  }

  /** Whether a file of this minor version must have the key. */
  boolean isRequiredIn(int fileMinor) {
    Since since = component.getAnnotation(Since.class);
    return (since == null || since.minor() <= fileMinor)
        && !component.getDeclaringRecord().isAnnotationPresent(WrittenByOthers.class);
  }

  static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }
}
