package dev.sweepline.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One way in which a JSON value breaks its contract.
 *
 * @param place the value, or the key that is missing
 * @param rule what must hold, and what is there instead
 * @param line of the text, from 1; 0 when it is the line of the place
 */
record Complaint(JsonPointer place, String rule, long line) {
  private static final int LONGEST_VALUE = 60;

  Complaint(JsonPointer place, String rule) {
    this(place, rule, 0);
  }

  static Complaint about(JsonPointer place, String rule, JsonNode got) {
    String value = got.isNumber() ? got.asText() : got.toString();
    return new Complaint(place, "%s, got: %s".formatted(rule, shortened(value)));
  }

  /** The place as people write it: {@code load.rate}, {@code gaps_us[1]}. */
  String key() {
    StringBuilder key = new StringBuilder();
    for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
      if (rest.mayMatchElement()) {
        key.append('[').append(rest.getMatchingProperty()).append(']');
      } else {
        key.append(key.isEmpty() ? "" : ".").append(rest.getMatchingProperty());
      }
    }
    return key.toString();
  }

  private static String shortened(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
  }
}
