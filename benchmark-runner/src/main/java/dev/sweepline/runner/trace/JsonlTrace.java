package dev.sweepline.runner.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sweepline.contract.ContractException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mooncake's form: an object a line with {@code timestamp} in milliseconds, {@code input_length}
 * and {@code output_length} in tokens. Other keys do not matter.
 */
final class JsonlTrace {
  private static final ObjectReader JSON = JsonMapper.builder().build().readerFor(JsonNode.class);
  private static final String TIMESTAMP = "timestamp";
  private static final String INPUT = "input_length";
  private static final String OUTPUT = "output_length";
  private static final double NANOS_PER_MS = 1e6;

  private final String source;
  private final long number;
  private final JsonNode line;

  private JsonlTrace(String source, long number, JsonNode line) {
    this.source = source;
    this.number = number;
    this.line = line;
  }

  static List<TraceSlot> slots(String source, String text) {
    List<TraceSlot> slots = new ArrayList<>();
    long number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        slots.add(new JsonlTrace(source, number, parse(source, number, line)).slot());
      }
    }
    return slots;
  }

  private static JsonNode parse(String source, long number, String line) {
    try {
      return JSON.readValue(line);
    } catch (JsonProcessingException e) {
      throw ContractException.at(
          source, number, "", "must be a JSON object: " + e.getOriginalMessage());
    }
  }

  private TraceSlot slot() {
    JsonNode timestamp = line.path(TIMESTAMP);
    if (!timestamp.isNumber()) {
      throw wrong(TIMESTAMP, "must be a number of milliseconds", timestamp);
    }
    return new TraceSlot(
        Math.round(timestamp.doubleValue() * NANOS_PER_MS), tokens(INPUT), tokens(OUTPUT));
  }

  private @Nullable Integer tokens(String key) {
    JsonNode value = line.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isInt() || value.intValue() < 0) {
      throw wrong(key, "must be a whole number >= 0", value);
    }
    return value.intValue();
  }

  private ContractException wrong(String key, String rule, JsonNode value) {
    String got = value.isMissingNode() ? "nothing" : value.toString();
    return ContractException.at(source, number, key, rule + ", got: " + got);
  }
}
