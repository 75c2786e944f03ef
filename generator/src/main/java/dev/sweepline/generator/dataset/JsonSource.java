package dev.sweepline.generator.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.PromptLine.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One JSON object of a ShareGPT file, a file of prompts or of messages, or a trace. */
final class JsonSource {
  private static final List<String> OUTPUT =
      List.of("max_output_tokens", "max_tokens", "expected_output_length", "output_length");

  private JsonSource() {}

  /**
   * Reads it.
   *
   * @throws ContractException when it has none of the known keys
   */
  static SourceText read(String file, long number, JsonNode item) {
    if (item.path("conversations").isArray()) {
      return conversation(item.path("conversations"));
    }
    Integer output = integer(item, OUTPUT);
    if (item.path("prompt").isTextual()) {
      return SourceText.prompt(item.path("prompt").textValue(), output);
    }
    if (item.path("messages").isArray()) {
      return new SourceText(null, messages(file, number, item), null, output, null);
    }
    Integer input = integer(item, List.of("input_length"));
    if (input == null) {
      throw ContractException.at(
          file, number, "", "must have prompt, messages, conversations or input_length");
    }
    return SourceText.lengths(input, output);
  }

  /** The first turn is asked and the second says how long an answer is. */
  private static SourceText conversation(JsonNode turns) {
    String answer = turns.path(1).path("value").asText("");
    return new SourceText(turns.path(0).path("value").asText(""), null, null, null, answer);
  }

  private static List<Message> messages(String file, long number, JsonNode item) {
    List<Message> messages = new ArrayList<>();
    for (JsonNode message : item.path("messages")) {
      if (!message.path("role").isTextual() || !message.path("content").isTextual()) {
        throw ContractException.at(
            file, number, "messages", "each must have role and content as text");
      }
      messages.add(
          new Message(message.path("role").textValue(), message.path("content").textValue()));
    }
    return messages;
  }

  private static @Nullable Integer integer(JsonNode item, List<String> names) {
    Stream<JsonNode> values = names.stream().map(item::path);
    return values
        .filter(JsonNode::canConvertToInt)
        .map(JsonNode::intValue)
        .findFirst()
        .orElse(null);
  }
}
