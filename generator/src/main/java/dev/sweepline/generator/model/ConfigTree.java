package dev.sweepline.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** The numbers of a {@code config.json}, which go by different names in different families. */
final class ConfigTree {
  private final JsonNode root;

  ConfigTree(JsonNode root) {
    this.root = root.has("text_config") ? root.path("text_config") : root;
  }

  /**
   * The number under the first of these names that there is.
   *
   * @throws IllegalArgumentException when there is none, or it is no whole number above 0
   */
  int number(String... names) {
    int value = numberOr(0, names);
    if (value <= 0) {
      throw new IllegalArgumentException(
          String.join(" or ", names) + " must be a whole number above 0");
    }
    return value;
  }

  /** The number under the first of these names that there is, else another. */
  int numberOr(int otherwise, String... names) {
    return Stream.of(names)
        .map(root::path)
        .filter(JsonNode::isIntegralNumber)
        .findFirst()
        .map(JsonNode::intValue)
        .orElse(otherwise);
  }

  /** The text under the first of these names that there is, else another. */
  String textOr(String otherwise, String... names) {
    return Stream.of(names)
        .map(root::path)
        .filter(JsonNode::isTextual)
        .findFirst()
        .map(JsonNode::textValue)
        .orElse(otherwise);
  }

  boolean has(String name) {
    return root.path(name).isIntegralNumber();
  }

  /** An object inside, empty when there is none. */
  ConfigTree inside(String name) {
    return new ConfigTree(root.path(name));
  }
}
