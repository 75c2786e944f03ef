package dev.sweepline.runner.sse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads any event or whole answer, at the cost of a parser for each. */
final class JacksonEventReader {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String MESSAGE_KEY = "message";
  private static final String ERROR_OBJECT = "error";

  private @Nullable String message;
  private boolean errorObject;

  /** Reads {@code bytes[from, to)}; what is not one JSON object is an error. */
  void read(byte[] bytes, int from, int to, StreamEvent event) {
    message = null;
    errorObject = false;
    try (JsonParser parser = JSON.createParser(bytes, from, to - from)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        event.failed("the server sent data that is not a JSON object");
        return;
      }
      members(parser, Place.ROOT, event);
      if (parser.nextToken() != null) {
        event.failed("the server sent text behind a JSON object");
      } else if (errorObject && event.error() == null) {
        event.failed(message == null ? "error without a message" : message);
      }
    } catch (IOException e) {
      event.failed("the server sent data that is not JSON");
    }
  }

  private void members(JsonParser parser, Place place, StreamEvent event) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      byte[] key = parser.currentName().getBytes(StandardCharsets.UTF_8);
      parser.nextToken();
      value(parser, PlaceTable.member(place, key, 0, key.length), event);
    }
  }

  private void value(JsonParser parser, Place place, StreamEvent event) throws IOException {
    JsonToken token = parser.currentToken();
    if (place == Place.ERROR) {
      error(parser, event);
    } else if (token == JsonToken.START_OBJECT) {
      members(parser, place, event);
    } else if (token == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        value(parser, PlaceTable.element(place), event);
      }
    } else if (token == JsonToken.VALUE_STRING) {
      string(parser.getText(), place, event);
    } else if (token == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() == JsonParser.NumberType.INT
        && parser.getIntValue() >= 0) {
      event.number(place, parser.getIntValue());
    }
  }

  private void string(String text, Place place, StreamEvent event) {
    if (place == Place.MESSAGE) {
      message = text;
    } else if (place == Place.OBJECT) {
      errorObject = text.equals(ERROR_OBJECT);
    } else if (!text.isEmpty()) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      event.nonEmptyString(place, utf8, 0, utf8.length);
    }
  }

  /** An error is a string or an object with a message; null, false and an empty string are none. */
  private static void error(JsonParser parser, StreamEvent event) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL
        || token == JsonToken.VALUE_FALSE
        || (token == JsonToken.VALUE_STRING && parser.getTextLength() == 0)) {
      return;
    }
    String text = token == JsonToken.VALUE_STRING ? parser.getText() : null;
    if (token == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = parser.currentName().equals(MESSAGE_KEY);
        if (parser.nextToken() == JsonToken.VALUE_STRING && found) {
          text = parser.getText();
        }
        parser.skipChildren();
      }
    }
    parser.skipChildren();
    event.failed(text == null ? "error without a message" : text);
  }
}
