package dev.sweepline.runner.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The message in the body of an HTTP error: OpenAI's and FastAPI's shapes, else the text itself.
 */
final class ErrorBody {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ErrorBody() {}

  static String message(String body) {
    try {
      JsonNode json = JSON.readTree(body);
      JsonNode error = json.path("error");
      for (JsonNode candidate :
          new JsonNode[] {
            error.path("message"), error, json.path("message"), json.path("detail")
          }) {
        if (candidate.isTextual()) {
          return candidate.textValue();
        }
      }
      return body;
    } catch (JsonProcessingException notJson) {
      return body;
    }
  }
}
