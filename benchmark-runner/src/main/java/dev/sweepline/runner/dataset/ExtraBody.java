package dev.sweepline.runner.dataset;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * Fields of the user in every body.
 *
 * @param fields as they are merged in
 */
public record ExtraBody(ObjectNode fields) {
  /** Its fields are merged with the own one's: the server may be asked for more, not for less. */
  static final String STREAM_OPTIONS = "stream_options";

  static final String INCLUDE_USAGE = "include_usage";
  static final String MIN_TOKENS = "min_tokens";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** What bench sets itself, and the option for it. */
  private static final Map<String, String> RESERVED =
      Map.ofEntries(
          Map.entry("model", "use --model"),
          Map.entry("prompt", "it comes from --dataset"),
          Map.entry("messages", "it comes from --dataset"),
          Map.entry("temperature", "use --temperature"),
          Map.entry("max_tokens", "use --max-output-tokens"),
          Map.entry("max_completion_tokens", "use --max-output-tokens"),
          Map.entry("ignore_eos", "use --ignore-eos"),
          Map.entry("stream", "use --no-stream"),
          Map.entry("n", "one answer a request is measured"),
          Map.entry("best_of", "one answer a request is measured"));

  /**
   * From the text of a JSON object; null for none.
   *
   * @throws UserError when it is none, or has a key that bench sets itself, exit code 2
   */
  public static ExtraBody parse(@Nullable String text) {
    JsonNode json;
    try {
      json = text == null ? JSON.createObjectNode() : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw refused("is not JSON: " + e.getOriginalMessage());
    }
    if (!(json instanceof ObjectNode fields)) {
      throw refused("must be a JSON object");
    }
    for (Map.Entry<String, String> reserved : RESERVED.entrySet()) {
      if (fields.has(reserved.getKey())) {
        throw refused("%s is set by bench; %s".formatted(reserved.getKey(), reserved.getValue()));
      }
    }
    JsonNode options = fields.path(STREAM_OPTIONS);
    if (fields.has(STREAM_OPTIONS) && !options.isObject()) {
      throw refused(STREAM_OPTIONS + " must be an object");
    }
    if (options.has(INCLUDE_USAGE)) {
      throw refused(
          "%s.%s is set by bench, which needs it".formatted(STREAM_OPTIONS, INCLUDE_USAGE));
    }
    return new ExtraBody(fields);
  }

  private static UserError refused(String rule) {
    return new UserError(ExitCode.USAGE, "--extra-body: " + rule);
  }

  /** The canonical text (RFC 8785); null when there are no fields. */
  public @Nullable String canonical() {
    try {
      return fields.isEmpty() ? null : new JsonCanonicalizer(fields.toString()).getEncodedString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
