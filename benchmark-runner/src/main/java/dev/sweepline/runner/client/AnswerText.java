package dev.sweepline.runner.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * The text of one answer, without its reasoning. Only where texts are kept: it parses each event
 * once more.
 */
final class AnswerText {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String CONTENT = "content";

  private final StringBuilder text = new StringBuilder();

  /** An event of a stream, or a whole answer. What is no JSON has no text. */
  void add(byte[] bytes, int from, int to) {
    try {
      JsonNode choice = JSON.readTree(bytes, from, to - from).path("choices").path(0);
      append(choice.path("text"));
      append(choice.path("delta").path(CONTENT));
      append(choice.path("message").path(CONTENT));
    } catch (IOException noJson) {
      // The reader of the event makes an error of it.
    }
  }

  private void append(JsonNode value) {
    if (value.isTextual()) {
      text.append(value.textValue());
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
