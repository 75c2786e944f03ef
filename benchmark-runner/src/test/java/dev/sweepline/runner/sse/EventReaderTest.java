package dev.sweepline.runner.sse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EventReaderTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** The oracle: the same questions asked of a Jackson tree. */
  private static String oracle(String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return "not JSON";
    }
    boolean anyText = false;
    boolean answer = false;
    String finish = null;
    for (JsonNode choice : elements(root.path("choices"))) {
      answer |= filled(choice.path("text"));
      for (String key : new String[] {"delta", "message"}) {
        JsonNode message = choice.path(key);
        answer |= filled(message.path("content"));
        anyText |= filled(message.path("reasoning")) || filled(message.path("reasoning_content"));
        for (JsonNode call : elements(message.path("tool_calls"))) {
          JsonNode function = call.path("function");
          anyText |= filled(function.path("name")) || filled(function.path("arguments"));
        }
      }
      if (filled(choice.path("finish_reason"))) {
        finish = choice.path("finish_reason").textValue();
      }
    }
    return "text %s answer %s finish %s prompt %d output %d error %s"
        .formatted(
            anyText || answer,
            answer,
            finish,
            count(root.path("usage").path("prompt_tokens")),
            count(root.path("usage").path("completion_tokens")),
            error(root));
  }

  private static Iterable<JsonNode> elements(JsonNode node) {
    return node.isArray() ? node : JSON.createArrayNode();
  }

  private static boolean filled(JsonNode node) {
    return node.isTextual() && !node.textValue().isEmpty();
  }

  private static int count(JsonNode node) {
    return node.isInt() && node.intValue() >= 0 ? node.intValue() : StreamEvent.UNKNOWN;
  }

  private static @Nullable String error(JsonNode root) {
    JsonNode error = root.path("error");
    boolean none =
        error.isMissingNode()
            || error.isNull()
            || (error.isBoolean() && !error.booleanValue())
            || (error.isTextual() && error.textValue().isEmpty());
    if (!none) {
      JsonNode message = error.isTextual() ? error : error.path("message");
      return message.isTextual() ? message.textValue() : "error without a message";
    }
    if (root.path("object").asText().equals("error") && root.path("object").isTextual()) {
      return root.path("message").isTextual()
          ? root.path("message").textValue()
          : "error without a message";
    }
    return null;
  }

  @Test
  void everyEventReadsAsJacksonsTreeSays() {
    for (long seed = 0; seed < 50_000; seed++) {
      String text = new RandomEvents(new Random(seed)).event();
      assertThat(read(text)).as("seed %d: %s", seed, text).isEqualTo(oracle(text));
    }
  }

  @Test
  void theScannerIsRightWheneverItIsCertain() {
    int certain = 0;
    for (long seed = 0; seed < 50_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(new RandomEvents(random).event());
      for (int damage = random.nextInt(3); damage > 0; damage--) {
        text.setCharAt(
            random.nextInt(text.length()), "{}[]\",:x0-.e\\ tn".charAt(random.nextInt(16)));
      }
      // Half a surrogate pair becomes a question mark here, for both readers.
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      String damaged = new String(bytes, StandardCharsets.UTF_8);
      StreamEvent event = new StreamEvent();
      if (scan(damaged, event)) {
        certain++;
        assertThat(event.toString()).as("seed %d: %s", seed, damaged).isEqualTo(oracle(damaged));
      }
    }
    assertThat(certain).isGreaterThan(5_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"c\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"text\":\" a\",\"logprobs\":null,"
            + "\"finish_reason\":null,\"stop_reason\":null}],\"usage\":{\"prompt_tokens\":4,"
            + "\"total_tokens\":5,\"completion_tokens\":1}}",
        "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\" é\\n\"},\"finish_reason\":\"stop\"}]}",
        "{\"choices\":[],\"usage\":{\"prompt_tokens\":4,\"total_tokens\":12,\"completion_tokens\":8}}"
      })
  void ordinaryEventsNeedNoFallback(String text) {
    assertThat(scan(text, new StreamEvent())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"error\":\"Unauthorized\"}|Unauthorized",
        "{\"error\":{\"message\":\"it broke\",\"code\":500}}|it broke",
        "{\"error\":{}}|error without a message",
        "{\"object\":\"error\",\"message\":\"old style\"}|old style",
        "oops|the server sent data that is not JSON",
        "[1]|the server sent data that is not a JSON object",
        "{} {}|the server sent text behind a JSON object"
      })
  void anErrorIsFoundInEveryShape(String text, String message) {
    StreamEvent event = new StreamEvent();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    new EventReader().read(bytes, 0, bytes.length, event);
    assertThat(event.error()).isEqualTo(message);
  }

  private static String read(String text) {
    StreamEvent event = new StreamEvent();
    byte[] bytes = ("##" + text + "##").getBytes(StandardCharsets.UTF_8);
    new EventReader().read(bytes, 2, bytes.length - 2, event);
    return event.toString();
  }

  private static boolean scan(String text, StreamEvent event) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new EventScanner().scan(bytes, 0, bytes.length, event);
  }
}
