package dev.sweepline.generator.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What vLLM does to its arguments before it parses them: underscores in names become dashes, {@code
 * -O3} is spelled out, and the dotted parts of an object are put together to one JSON value.
 */
final class LineSpelling {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String OPTIMIZATION = "--optimization-level";

  private LineSpelling() {}

  static List<String> of(List<String> words) {
    List<String> spelled = new ArrayList<>();
    Map<String, ObjectNode> objects = new LinkedHashMap<>();
    List<String> plain = words.stream().flatMap(word -> plain(word).stream()).toList();
    for (int i = 0; i < plain.size(); i++) {
      String word = plain.get(i);
      String name = name(word);
      if (!name.startsWith("-") || !name.contains(".") || isNumber(name)) {
        spelled.add(word);
      } else if (!name.equals(word)) {
        put(objects, name, word.substring(name.length() + 1));
      } else if (i + 1 < plain.size()) {
        i++;
        put(objects, name, plain.get(i));
      }
    }
    objects.forEach(
        (option, object) -> {
          spelled.add(option);
          spelled.add(object.toString());
        });
    return spelled;
  }

  private static boolean isNumber(String word) {
    return word.matches("-\\d*\\.\\d+");
  }

  private static List<String> plain(String word) {
    if (word.startsWith("--")) {
      String name = name(word);
      int dot = name.indexOf('.');
      String head = dot < 0 ? name : name.substring(0, dot);
      return List.of(head.replace('_', '-') + word.substring(head.length()));
    }
    if (word.startsWith("-O") && word.length() > 2) {
      return List.of(OPTIMIZATION, word.substring(2).replaceFirst("^=", ""));
    }
    return List.of(word.equals("-O") ? OPTIMIZATION : word);
  }

  private static String name(String word) {
    int equals = word.indexOf('=');
    return equals < 0 ? word : word.substring(0, equals);
  }

  private static void put(Map<String, ObjectNode> objects, String dotted, String text) {
    List<String> path = List.of(dotted.split("\\."));
    ObjectNode node =
        objects.computeIfAbsent(path.get(0), option -> JsonNodeFactory.instance.objectNode());
    for (String step : path.subList(1, Math.max(1, path.size() - 1))) {
      node = node.withObjectProperty(step);
    }
    node.set(path.get(path.size() - 1), value(text));
  }

  private static JsonNode value(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      return JsonNodeFactory.instance.textNode(text);
    }
  }
}
