package dev.sweepline.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first thing about a JSON value that does not fit its type, in the order in which a
 * reader can mend it: in each object the unknown keys, then key by key what is missing, null or of
 * a wrong type. Runs only after the value was refused, so that good lines stay cheap.
 */
final class ShapeCheck {
  private final int fileMinor;

  ShapeCheck(int fileMinor) {
    this.fileMinor = fileMinor;
  }

  /** The first complaint; null when the shape is right. */
  @Nullable Complaint first(JsonNode value, Class<?> type) {
    return ContractKey.of(type).isEmpty()
        ? Scalars.check(JsonPointer.empty(), value, type)
        : object(JsonPointer.empty(), value, type);
  }

  private @Nullable Complaint object(JsonPointer place, JsonNode value, Class<?> type) {
    if (!value.isObject()) {
      return Complaint.about(place, "must be an object", value);
    }
    List<ContractKey> keys = ContractKey.of(type);
    Complaint complaint = unknownKey(place, value, keys);
    for (Iterator<ContractKey> next = keys.iterator(); complaint == null && next.hasNext(); ) {
      ContractKey key = next.next();
      JsonNode member = value.get(key.name());
      JsonPointer at = place.appendProperty(key.name());
      if (member != null) {
        complaint = typed(at, member, key.type());
      } else if (key.isRequiredIn(fileMinor)) {
        complaint = new Complaint(at, "is missing");
      }
    }
    return complaint;
  }

  private @Nullable Complaint unknownKey(
      JsonPointer place, JsonNode value, List<ContractKey> keys) {
    if (fileMinor > SchemaVersion.CURRENT.minor()) {
      return null;
    }
    List<String> known = keys.stream().map(ContractKey::name).toList();
    List<String> unknown = new ArrayList<>();
    value.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(known);
    if (unknown.isEmpty()) {
      return null;
    }
    String notGiven =
        known.stream().filter(name -> !value.has(name)).collect(Collectors.joining(", "));
    return new Complaint(
        place.appendProperty(unknown.get(0)),
        "is not a known key" + (notGiven.isEmpty() ? "" : "; known and not given: " + notGiven));
  }

  private @Nullable Complaint typed(JsonPointer place, JsonNode value, AnnotatedType type) {
    if (value.isNull()) {
      return ContractKey.isNullable(type) ? null : new Complaint(place, "must not be null");
    }
    Class<?> raw = raw(type.getType());
    if (raw == List.class) {
      return list(place, value, lastArgument(type));
    }
    if (raw == Map.class) {
      return map(place, value, type);
    }
    return ContractKey.of(raw).isEmpty()
        ? Scalars.check(place, value, raw)
        : object(place, value, raw);
  }

  private @Nullable Complaint list(JsonPointer place, JsonNode value, AnnotatedType element) {
    if (!value.isArray()) {
      return Complaint.about(place, "must be a list", value);
    }
    Complaint complaint = null;
    for (int i = 0; complaint == null && i < value.size(); i++) {
      complaint = typed(place.appendIndex(i), value.get(i), element);
    }
    return complaint;
  }

  private @Nullable Complaint map(JsonPointer place, JsonNode value, AnnotatedType type) {
    if (!value.isObject()) {
      return Complaint.about(place, "must be an object", value);
    }
    Complaint complaint = null;
    Class<?> keyType = raw(((ParameterizedType) type.getType()).getActualTypeArguments()[0]);
    for (Iterator<String> names = value.fieldNames(); complaint == null && names.hasNext(); ) {
      String name = names.next();
      JsonPointer at = place.appendProperty(name);
      complaint =
          keyType.isEnum() && !Scalars.names(keyType).contains(name)
              ? new Complaint(at, "is not a known key; " + Scalars.oneOf(keyType))
              : typed(at, value.get(name), lastArgument(type));
    }
    return complaint;
  }

  private static AnnotatedType lastArgument(AnnotatedType type) {
    AnnotatedType[] arguments =
        ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments();
    return arguments[arguments.length - 1];
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
  }
}
