package dev.sweepline.runner.sse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Random events of every shape that is read, as text, with odd spacing, order and nesting. */
final class RandomEvents {
  private static final String[] STRINGS = {
    "\"\"",
    "\" per\"",
    "\"é😀 \"",
    "\"\\n\"",
    "\"\\u00e9\\\"\\\\\"",
    "\"\\u0000\"",
    "\"error\"",
    "\"stop\"",
    "\"length\"",
    "\"st\\u006fp\"",
    "\"}]{[\"",
    "\"content\""
  };
  private static final String[] NUMBERS = {
    "0", "7", "128", "1.5", "-3", "1e3", "-0.25E-2", "2147483647", "99999999999", "0.0"
  };

  private final Random random;

  RandomEvents(Random random) {
    this.random = random;
  }

  String event() {
    List<String> members = new ArrayList<>();
    some(members, 9, "choices", () -> array(this::choice));
    some(members, 3, "usage", this::usage);
    some(members, 3, "object", this::string);
    some(members, 1, "error", this::anything);
    some(members, 1, "message", this::string);
    some(members, 3, "prompt_token_ids", this::anything);
    some(members, 2, "text", this::string);
    return object(members);
  }

  private String choice() {
    List<String> members = new ArrayList<>();
    some(members, 5, "text", () -> oneOf(this::string, this::anything));
    some(members, 5, "delta", this::delta);
    some(members, 2, "message", this::delta);
    some(members, 7, "finish_reason", () -> oneOf(this::string, () -> "null"));
    some(members, 3, "logprobs", this::anything);
    some(members, 2, "index", this::number);
    return object(members);
  }

  private String delta() {
    List<String> members = new ArrayList<>();
    some(members, 5, "content", () -> oneOf(this::string, this::anything));
    some(members, 2, "reasoning", this::string);
    some(members, 2, "reasoning_content", this::string);
    some(members, 3, "role", this::string);
    some(members, 3, "tool_calls", () -> array(this::toolCall));
    return object(members);
  }

  private String toolCall() {
    List<String> function = new ArrayList<>();
    some(function, 5, "name", this::string);
    some(function, 5, "arguments", this::string);
    List<String> members = new ArrayList<>();
    some(members, 8, "function", () -> object(function));
    some(members, 3, "id", this::string);
    return object(members);
  }

  private String usage() {
    List<String> members = new ArrayList<>();
    some(members, 8, "prompt_tokens", this::number);
    some(members, 8, "completion_tokens", this::number);
    some(members, 3, "completion_tokens_details", this::anything);
    return random.nextInt(4) == 0 ? "null" : object(members);
  }

  private String anything() {
    return switch (random.nextInt(8)) {
      case 0 -> "null";
      case 1 -> "true";
      case 2 -> "false";
      case 3 -> string();
      case 4 -> number();
      case 5 -> array(this::anything);
      case 6 -> object(List.of("\"content\"" + space() + ":" + space() + string()));
      default -> object(new ArrayList<>(List.of("\"usage\":" + number(), "\"x\":" + string())));
    };
  }

  private String oneOf(Supplier<String> often, Supplier<String> seldom) {
    return random.nextInt(5) == 0 ? seldom.get() : often.get();
  }

  private void some(List<String> members, int tenths, String key, Supplier<String> value) {
    if (random.nextInt(10) < tenths) {
      members.add("\"" + key(key) + "\"" + space() + ":" + space() + value.get());
    }
  }

  /** Now and then with an escape, which means the same. */
  private String key(String key) {
    return random.nextInt(30) == 0
        ? "\\u%04x%s".formatted((int) key.charAt(0), key.substring(1))
        : key;
  }

  private String object(List<String> members) {
    List<String> shuffled = new ArrayList<>(members);
    Collections.shuffle(shuffled, random);
    return shuffled.stream()
        .map(member -> space() + member + space())
        .collect(Collectors.joining(",", "{" + space(), "}"));
  }

  private String array(Supplier<String> element) {
    List<String> elements = new ArrayList<>();
    for (int left = random.nextInt(3); left > 0; left--) {
      elements.add(space() + element.get() + space());
    }
    return "[" + space() + String.join(",", elements) + "]";
  }

  private String string() {
    return STRINGS[random.nextInt(STRINGS.length)];
  }

  private String number() {
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private String space() {
    return random.nextInt(5) == 0 ? new String[] {" ", "\t", "\n", "\r\n "}[random.nextInt(4)] : "";
  }
}
