package dev.sweepline.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalInt;

/** Typed keys of a request's body; an absent key and a null are the same. */
final class Fields {
  private Fields() {}

  static boolean flag(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      throw wrongType(key, "bool_parsing", "a valid boolean");
    }
    return value.booleanValue();
  }

  static OptionalInt integer(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return OptionalInt.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw wrongType(key, "int_parsing", "a valid integer");
    }
    return OptionalInt.of(value.intValue());
  }

  static ApiException missing(String key) {
    return new ApiException(
        ApiError.malformed(
            "{'type': 'missing', 'loc': 'body.%s', 'msg': 'Field required'}".formatted(key),
            "body." + key));
  }

  static ApiException wrongType(String key, String type, String expected) {
    return new ApiException(
        ApiError.malformed(
            "{'type': '%s', 'loc': 'body.%s', 'msg': 'Input should be %s'}"
                .formatted(type, key, expected),
            "body." + key));
  }
}
