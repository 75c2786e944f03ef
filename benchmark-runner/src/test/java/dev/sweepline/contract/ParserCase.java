package dev.sweepline.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An example with one thing wrong.
 *
 * @param what is wrong
 * @param text the spoilt example
 * @param complaint key and rule that must be named
 */
record ParserCase(ContractExample example, String what, String text, String complaint) {
  private static final ObjectMapper PLAIN = new ObjectMapper();

  /** Values of a wrong type, by type, and what must hold instead. */
  private record Wrong(String rule, List<String> values) {}

  private static final Wrong NO_INTEGER =
      new Wrong("must be an integer", List.of("\"0\"", "1.5", "1.0", "true", "[]", "\"\""));
  private static final Wrong NO_NUMBER =
      new Wrong("must be a finite number", List.of("\"0.5\"", "false", "{}", "\"\""));
  private static final Wrong NO_BOOLEAN =
      new Wrong("must be true or false", List.of("0", "\"true\""));
  private static final Wrong NO_OBJECT = new Wrong("must be an object", List.of("[]", "5", "\"\""));
  private static final Map<Class<?>, Wrong> WRONG =
      Map.ofEntries(
          Map.entry(int.class, NO_INTEGER),
          Map.entry(Integer.class, NO_INTEGER),
          Map.entry(long.class, NO_INTEGER),
          Map.entry(Long.class, NO_INTEGER),
          Map.entry(double.class, NO_NUMBER),
          Map.entry(Double.class, NO_NUMBER),
          Map.entry(boolean.class, NO_BOOLEAN),
          Map.entry(Boolean.class, NO_BOOLEAN),
          Map.entry(String.class, new Wrong("must be a string", List.of("5", "true", "{}"))),
          Map.entry(
              Instant.class,
              new Wrong(
                  "must be a UTC time like 2026-01-31T12:00:00Z",
                  List.of("\"noon\"", "1769860800", "\"2026-01-31T12:00:00+01:00\""))),
          Map.entry(
              Ints.class, new Wrong("must be a list of integers", List.of("\"1\"", "1", "{}"))),
          Map.entry(
              RequestRate.class,
              new Wrong("must be a number > 0 or \"inf\"", List.of("true", "\"fast\""))),
          Map.entry(ServerConfig.class, NO_OBJECT),
          Map.entry(Map.class, NO_OBJECT),
          Map.entry(List.class, new Wrong("must be a list", List.of("{}", "\"\"", "7"))));

  /** Every non-nullable key set to null. */
  static List<ParserCase> nulls() {
    return each(
        (at, component) ->
            RecordShape.isNullable(component.getAnnotatedType())
                ? List.of()
                : List.of(
                    at.with("null", at.set(component, "null"), component, "must not be null")));
  }

  /** Every key left out. */
  static List<ParserCase> missing() {
    return each(
        (at, component) ->
            component.getDeclaringRecord().isAnnotationPresent(WrittenByOthers.class)
                ? List.of()
                : List.of(at.with("missing", at.remove(component), component, "is missing")));
  }

  /** Every key with values of wrong types. */
  static List<ParserCase> wrongTypes() {
    return each(
        (at, component) -> {
          Wrong wrong = wrong(RecordShape.raw(component.getAnnotatedType().getType()));
          return wrong.values().stream()
              .map(
                  value ->
                      at.with(
                          value,
                          at.set(component, value),
                          component,
                          wrong.rule() + ", got: " + shown(component, value)))
              .toList();
        });
  }

  /** A rate speaks of the Java value, all others of the JSON text. */
  private static String shown(RecordComponent component, String value) {
    return component.getType() == RequestRate.class ? value.replace("\"", "") : value;
  }

  private static Wrong wrong(Class<?> type) {
    if (type.isEnum()) {
      return new Wrong(
          "must be one of " + String.join(", ", RecordShape.constants(type)),
          List.of("\"banana\"", "0", "\"\""));
    }
    return WRONG.getOrDefault(type, NO_OBJECT);
  }

  /** Every object with a key too many. */
  static List<ParserCase> unknownKeys() {
    List<ParserCase> cases = new ArrayList<>();
    for (ContractExample example : ContractExample.firsts()) {
      new Place(example, tree(example), "", example.type())
          .visit(
              at -> {
                String spoilt = at.changed(object -> object.put("surplus", 1));
                cases.add(
                    new ParserCase(
                        example, "surplus", spoilt, at.key("surplus") + ": is not a known key"));
              });
    }
    return cases;
  }

  /** The records that the cases cover. */
  static Set<Class<?>> spoiltTypes() {
    Set<Class<?>> types = new HashSet<>();
    for (ContractExample example : ContractExample.firsts()) {
      new Place(example, tree(example), "", example.type()).visit(at -> types.add(at.type));
    }
    return types;
  }

  private interface Spoiler {
    List<ParserCase> spoil(Place at, RecordComponent component);
  }

  private static List<ParserCase> each(Spoiler spoiler) {
    List<ParserCase> cases = new ArrayList<>();
    for (ContractExample example : ContractExample.firsts()) {
      new Place(example, tree(example), "", example.type())
          .visit(
              at -> {
                for (RecordComponent component : at.type.getRecordComponents()) {
                  cases.addAll(spoiler.spoil(at, component));
                }
              });
    }
    return cases;
  }

  private static JsonNode tree(ContractExample example) {
    return json(example.text());
  }

  private static JsonNode json(String text) {
    try {
      return PLAIN.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public String toString() {
    return "%s: %s: %s".formatted(example, complaint, what);
  }

  /** An object inside an example; {@code path} is its dotted key path, empty for the whole. */
  private record Place(ContractExample example, JsonNode root, String path, Class<?> type) {
    void visit(Consumer<Place> visitor) {
      if (!RecordShape.isObject(type)) {
        return;
      }
      visitor.accept(this);
      for (RecordComponent component : type.getRecordComponents()) {
        AnnotatedType content = RecordShape.contentOf(component.getAnnotatedType());
        JsonNode value = object(root).get(RecordShape.keyOf(component));
        boolean list = value instanceof ArrayNode;
        if (list ? value.size() > 0 : value.isObject()) {
          String key = key(RecordShape.keyOf(component)) + (list ? "[0]" : "");
          new Place(example, root, key, RecordShape.raw(content.getType())).visit(visitor);
        }
      }
    }

    ParserCase with(String what, String text, RecordComponent component, String rule) {
      return new ParserCase(example, what, text, key(RecordShape.keyOf(component)) + ": " + rule);
    }

    String set(RecordComponent component, String value) {
      return changed(object -> object.set(RecordShape.keyOf(component), json(value)));
    }

    String remove(RecordComponent component) {
      return changed(object -> object.remove(RecordShape.keyOf(component)));
    }

    String changed(Consumer<ObjectNode> change) {
      JsonNode copy = root.deepCopy();
      change.accept(object(copy));
      return copy.toString();
    }

    String key(String name) {
      return path.isEmpty() ? name : path + "." + name;
    }

    private ObjectNode object(JsonNode from) {
      String pointer = path.replaceAll("\\[(\\d+)]", ".$1").replace('.', '/');
      return (ObjectNode) from.at(path.isEmpty() ? "" : "/" + pointer);
    }
  }
}
