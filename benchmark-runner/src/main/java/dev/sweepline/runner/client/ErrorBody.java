package dev.sweepline.runner.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;

/**
 * The message in the body of an HTTP error: the shapes of OpenAI and FastAPI, else the text itself.
 */
final class ErrorBody {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ErrorBody() {}

  static String message(String body) {
    try {
      JsonNode json = JSON.readTree(body);
      JsonNode error = json.path("error");
      JsonNode detail = json.path("detail");
      return Stream.of(
              error.path("message"),
              error,
              json.path("message"),
              detail,
              detail.path(0).path("msg"))
          .filter(JsonNode::isTextual)
          .findFirst()
          .map(JsonNode::textValue)
          .orElse(body);
    } catch (JsonProcessingException notJson) {
      return body;
    }
  }
}
