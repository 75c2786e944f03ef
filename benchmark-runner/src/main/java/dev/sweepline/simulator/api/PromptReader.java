package dev.sweepline.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sweepline.simulator.engine.Prompt;
import java.util.stream.StreamSupport;

/** Finds the prompt in a request's body. */
final class PromptReader {
  private static final String PROMPT = "prompt";
  private static final String MESSAGES = "messages";

  private PromptReader() {}

  static Prompt read(Endpoint endpoint, JsonNode root) {
    return switch (endpoint) {
      case COMPLETIONS -> prompt(root.path(PROMPT));
      case CHAT -> messages(root.path(MESSAGES));
    };
  }

  private static Prompt prompt(JsonNode prompt) {
    if (prompt.isTextual()) {
      return Prompt.ofText(prompt.textValue());
    }
    if (prompt.isMissingNode() || prompt.isNull()) {
      throw Fields.missing(PROMPT);
    }
    if (!prompt.isArray() || prompt.isEmpty()) {
      throw Fields.wrongType(PROMPT, "string_type", "a valid string");
    }
    if (prompt.get(0).isIntegralNumber()) {
      return Prompt.ofTokenIds(
          StreamSupport.stream(prompt.spliterator(), false).mapToLong(JsonNode::asLong).toArray());
    }
    if (prompt.size() > 1) {
      throw new ApiException(
          ApiError.badRequest("The simulator answers one prompt a request.", PROMPT));
    }
    return prompt(prompt.get(0));
  }

  private static Prompt messages(JsonNode messages) {
    if (messages.isMissingNode() || messages.isNull()) {
      throw Fields.missing(MESSAGES);
    }
    if (!messages.isArray() || messages.isEmpty()) {
      throw Fields.wrongType(MESSAGES, "list_type", "a valid list");
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode message : messages) {
      text.append(message.path("role").asText()).append('\n');
      content(message.path("content"), text);
      text.append('\n');
    }
    return Prompt.ofText(text.toString());
  }

  private static void content(JsonNode content, StringBuilder text) {
    if (content.isArray()) {
      content.forEach(part -> text.append(part.path("text").asText("")));
    } else {
      text.append(content.asText(""));
    }
  }
}
