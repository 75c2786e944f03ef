package dev.sweepline.analytics.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ErrorText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Reads one element of {@code request_metrics}, always to its end. */
final class OriginalRecord {
  private static final int PROMPT_DIGITS = 16;
  private static final ErrorText ERRORS = ErrorText.foreign();

  private final OriginalFields fields;
  private final JsonParser parser;
  private @Nullable String promptId;
  private @Nullable Integer outputLength;
  private @Nullable Double ttft;
  private @Nullable Double endToEnd;
  private @Nullable Double meanGap;
  private @Nullable Boolean success;
  private @Nullable String error;
  private @Nullable IllegalArgumentException firstFault;

  OriginalRecord(OriginalFields fields, JsonParser parser) {
    this.fields = fields;
    this.parser = parser;
  }

  /**
   * @throws IllegalArgumentException when the element is no request; the parser stands at its end
   */
  OriginalRequest read() throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      throw new IllegalArgumentException("a request must be an object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      try {
        readField(key);
      } catch (ContractException e) {
        fault(key, e.rule());
        parser.skipChildren();
      }
    }
    IllegalArgumentException fault = firstFault;
    if (fault != null) {
      throw fault;
    }
    return new OriginalRequest(
        promptId == null ? "" : promptId,
        given("output_length", outputLength),
        ttft,
        given("end_to_end_latency", endToEnd),
        meanGap,
        given("success", success),
        error);
  }

  private void readField(String key) throws IOException {
    switch (key) {
      case "prompt" -> promptId = hash(fields.text(key));
      case "output_length" -> outputLength = fields.count(key);
      case "ttft" -> ttft = positive(fields.numberOrNull(key));
      case "end_to_end_latency" -> endToEnd = fields.number(key);
      case "inter_token_latency" -> meanGap = positive(fields.numberOrNull(key));
      case "success" -> success = fields.truth(key);
      case "error_msg" -> error = scrubbed(fields.textOrNull(key));
      default -> parser.skipChildren();
    }
  }

  /** The original keeps whole stack traces; their first line says what went wrong. */
  private static @Nullable String scrubbed(@Nullable String message) {
    return message == null ? null : ERRORS.of(message.lines().findFirst().orElse(""));
  }

  /** The original stores 0 where no text came. */
  private static @Nullable Double positive(@Nullable Double seconds) {
    return seconds == null || seconds == 0 ? null : seconds;
  }

  private void fault(String key, String rule) {
    if (firstFault == null) {
      firstFault = new IllegalArgumentException(key + ": " + rule);
    }
  }

  private static <T> T given(String key, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(key + ": must be given; it is missing");
    }
    return value;
  }

  private static String hash(String prompt) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(prompt.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, PROMPT_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
