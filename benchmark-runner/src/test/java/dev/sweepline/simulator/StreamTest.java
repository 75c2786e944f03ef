package dev.sweepline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events of a stream are those of vLLM 0.32, key by key. */
class StreamTest {
  private static final String COMPLETIONS = "/v1/completions";
  private static final String CHAT = "/v1/chat/completions";
  private static final String DONE = "data: [DONE]";
  private static final RunningSimulator SERVER = RunningSimulator.start("--answer-tokens", "5");

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void aCompletionIsOneEventAToken() throws Exception {
    assertThat(events(COMPLETIONS, "\"prompt\":\"two tokens\",\"max_tokens\":2,\"stream\":true"))
        .containsExactly(text(" the", "null", ""), text(" river", "\"length\"", ""), DONE);
  }

  @Test
  void usageIsAnEventOfItsOwnWithoutChoices() throws Exception {
    assertThat(
            events(
                COMPLETIONS,
                "\"prompt\":\"12345678\",\"max_tokens\":1,\"stream\":true,"
                    + "\"stream_options\":{\"include_usage\":true}"))
        .containsExactly(
            text(" the", "\"length\"", ""), chunk("text_completion", "", usage(2, 1)), DONE);
  }

  @Test
  void continuousUsageIsInEveryEvent() throws Exception {
    assertThat(
            events(
                COMPLETIONS,
                "\"prompt\":\"1234\",\"max_tokens\":2,\"stream\":true,\"stream_options\":"
                    + "{\"include_usage\":true,\"continuous_usage_stats\":true}"))
        .containsExactly(
            text(" the", "null", usage(1, 1)),
            text(" river", "\"length\"", usage(1, 2)),
            chunk("text_completion", "", usage(1, 2)),
            DONE);
  }

  @Test
  void aChatBeginsWithTheRole() throws Exception {
    assertThat(
            events(
                CHAT,
                "\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}],"
                    + "\"max_completion_tokens\":2,\"stream\":true,"
                    + "\"stream_options\":{\"include_usage\":true}"))
        .containsExactly(
            chunk(
                "chat.completion.chunk",
                "{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},"
                    + "\"logprobs\":null,\"finish_reason\":null}",
                ""),
            chunk(
                "chat.completion.chunk",
                "{\"index\":0,\"delta\":{\"content\":\" the\"},\"logprobs\":null,"
                    + "\"finish_reason\":null,\"token_ids\":null}",
                ""),
            chunk(
                "chat.completion.chunk",
                "{\"index\":0,\"delta\":{\"content\":\" river\"},\"logprobs\":null,"
                    + "\"finish_reason\":\"length\",\"stop_reason\":null,\"token_ids\":null}",
                ""),
            chunk("chat.completion.chunk", "", usage(3, 2)),
            DONE);
  }

  @Test
  void anAnswerThatMayEndEndsWithATokenWithoutText() throws Exception {
    assertThat(events(COMPLETIONS, "\"prompt\":\"p\",\"max_tokens\":9,\"stream\":true"))
        .hasSize(6)
        .contains(text("", "\"stop\"", ""));
  }

  @Test
  void ignoreEosRunsToTheLimit() throws Exception {
    assertThat(
            events(
                COMPLETIONS,
                "\"prompt\":\"p\",\"max_tokens\":9,\"stream\":true,\"ignore_eos\":true"))
        .hasSize(10);
  }

  @Test
  void minTokensComeBeforeTheEnd() throws Exception {
    assertThat(
            events(
                COMPLETIONS, "\"prompt\":\"p\",\"max_tokens\":9,\"stream\":true,\"min_tokens\":6"))
        .hasSize(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "with \"quotes\" and \\"})
  void theAnswersIdHoldsTheRequests(String id) throws Exception {
    HttpResponse<String> response =
        SERVER.post(
            COMPLETIONS, "{\"prompt\":\"p\",\"max_tokens\":1,\"stream\":true}", "X-Request-Id", id);

    String quoted = id.replace("\\", "\\\\").replace("\"", "\\\"");
    assertThat(response.body()).startsWith("data: {\"id\":\"cmpl-" + quoted + "\",");
  }

  @Test
  void aWholeCompletionIsOneObject() throws Exception {
    assertThat(normal(SERVER.post(COMPLETIONS, "{\"prompt\":\"p\",\"max_tokens\":3}").body()))
        .isEqualTo(
            "{\"id\":\"ID\",\"object\":\"text_completion\",\"created\":0,\"model\":\"m\","
                + "\"choices\":[{\"index\":0,\"text\":\" the river of\",\"logprobs\":null,"
                + "\"finish_reason\":\"length\",\"stop_reason\":null}],"
                + "\"system_fingerprint\":\"vllm-simulated\","
                + "\"usage\":{\"prompt_tokens\":1,\"total_tokens\":4,\"completion_tokens\":3,"
                + "\"prompt_tokens_details\":null}}");
  }

  @Test
  void aWholeChatHasAMessage() throws Exception {
    assertThat(
            SERVER
                .post(
                    CHAT,
                    "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\","
                        + "\"text\":\"hi\"}]}],\"max_tokens\":1}")
                .body())
        .contains("\"message\":{\"role\":\"assistant\",\"content\":\" the\"}");
  }

  private static List<String> events(String path, String keys)
      throws IOException, InterruptedException {
    HttpResponse<String> response = SERVER.post(path, "{" + keys + "}");
    assertThat(response.headers().firstValue("content-type"))
        .hasValue("text/event-stream; charset=utf-8");
    return normal(response.body()).lines().filter(line -> !line.isEmpty()).toList();
  }

  private static String normal(String body) {
    return body.replaceAll("\"id\":\"[^\"]*\"", "\"id\":\"ID\"")
        .replaceAll("\"created\":\\d+", "\"created\":0");
  }

  private static String text(String text, String finish, String usage) {
    return chunk(
        "text_completion",
        "{\"index\":0,\"text\":\""
            + text
            + "\",\"logprobs\":null,\"finish_reason\":"
            + finish
            + ",\"stop_reason\":null,\"prompt_token_ids\":null,\"token_ids\":null}",
        usage);
  }

  private static String chunk(String object, String choice, String usage) {
    return "data: {\"id\":\"ID\",\"object\":\""
        + object
        + "\",\"created\":0,\"model\":\"m\",\"choices\":["
        + choice
        + "]"
        + usage
        + "}";
  }

  private static String usage(int prompt, int completion) {
    return ",\"usage\":{\"prompt_tokens\":%d,\"total_tokens\":%d,\"completion_tokens\":%d}"
        .formatted(prompt, prompt + completion, completion);
  }
}
