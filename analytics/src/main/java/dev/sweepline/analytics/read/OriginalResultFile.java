package dev.sweepline.analytics.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.RequestRate;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a result file of the original: one object with {@code config_hash} and {@code
 * request_metrics}. Python's {@code NaN} and {@code Infinity} are accepted where a value is not
 * used.
 */
final class OriginalResultFile {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private final String file;
  private final OriginalFields fields;
  private final Consumer<Reject> rejects;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Double> aggregates = new HashMap<>();
  private @Nullable List<OriginalRequest> records;

  private OriginalResultFile(String file, OriginalFields fields, Consumer<Reject> rejects) {
    this.file = file;
    this.fields = fields;
    this.rejects = rejects;
  }

  /**
   * Reads the whole document.
   *
   * @param file path below the results folder, for errors
   * @param rejects takes records that cannot be used, while the others are kept
   * @throws ContractException when the document is not a result of the original
   */
  static OriginalResult read(String file, InputStream in, Consumer<Reject> rejects)
      throws IOException {
    try (JsonParser parser = JSON.createParser(in)) {
      OriginalFields fields = new OriginalFields(file, parser);
      return new OriginalResultFile(file, fields, rejects).document(parser);
    } catch (JsonProcessingException e) {
      String reason = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      throw ContractException.at(
          file, e.getLocation().getLineNr(), "", "is not valid JSON: " + reason);
    }
  }

  private OriginalResult document(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw fields.broken("", "must be one JSON object with config_hash and request_metrics");
    }
    String configHash = null;
    String datasetName = null;
    String timestamp = null;
    Integer requests = null;
    Integer successes = null;
    RequestRate rate = null;
    Double totalTime = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      seen.add(key);
      switch (key) {
        case "config_hash" -> configHash = fields.text(key);
        case "num_requests" -> requests = fields.count(key);
        case "request_rate" -> rate = fields.rate(key);
        case "dataset_name" -> datasetName = fields.textOrNull(key);
        case "timestamp" -> timestamp = fields.text(key);
        case "successful_requests" -> successes = fields.count(key);
        case "total_time" -> totalTime = fields.number(key);
        case "request_metrics" -> records = records(parser);
        default -> readAggregate(key, parser);
      }
    }
    if (parser.nextToken() != null) {
      throw fields.broken("", "has text behind its end");
    }
    checkShape();
    OriginalResult result =
        new OriginalResult(
            given("config_hash", configHash),
            given("num_requests", requests),
            given("request_rate", rate),
            datasetName,
            given("timestamp", timestamp),
            given("successful_requests", successes),
            given("total_time", totalTime),
            aggregates,
            records);
    if (records == null && result.successes() > 0) {
      throw ContractException.at(
          file, 0, "request_metrics", "must be given where there are successes");
    }
    return result;
  }

  private void readAggregate(String key, JsonParser parser) throws IOException {
    if (OriginalClaims.KEYS.contains(key) && parser.currentToken().isNumeric()) {
      aggregates.put(key, parser.getDoubleValue());
    } else {
      parser.skipChildren();
    }
  }

  /** Says what the document is, when it is something else. */
  private void checkShape() {
    if (seen.contains("config_hash") && seen.contains("request_metrics")) {
      return;
    }
    throw ContractException.at(
        file,
        0,
        "",
        seen.contains("schema_version")
            ? "is the summary of a run whose requests file is not beside it"
            : "is no result file that can be read: it lacks config_hash or request_metrics");
  }

  private <T> T given(String key, @Nullable T value) {
    if (value == null) {
      throw ContractException.at(file, 0, key, "must be given; it is missing");
    }
    return value;
  }

  private @Nullable List<OriginalRequest> records(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw fields.broken("request_metrics", "must be a list or null");
    }
    List<OriginalRequest> read = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      long line = parser.currentTokenLocation().getLineNr();
      try {
        read.add(new OriginalRecord(fields, parser).read());
      } catch (IllegalArgumentException e) {
        rejects.accept(new Reject(file, line, String.valueOf(e.getMessage()), null));
      }
    }
    return read;
  }
}
