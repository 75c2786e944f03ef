package dev.sweepline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What vLLM refuses is refused with its status, type and parameter. */
class ApiErrorsTest {
  private static final RunningSimulator SERVER =
      RunningSimulator.start("--max-model-len", "100", "--api-key", "k1", "k2");
  private static final String[] KEY = {"Authorization", "Bearer k2"};

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"prompt\":\"x|400|Bad Request|body.12",
        "[1]|400|Bad Request|body",
        "{}|400|Bad Request|body.prompt",
        "{\"prompt\":5}|400|Bad Request|body.prompt",
        "{\"prompt\":\"x\",\"max_tokens\":1.5}|400|Bad Request|body.max_tokens",
        "{\"prompt\":\"x\",\"stream\":\"yes\"}|400|Bad Request|body.stream",
        "{\"prompt\":\"x\",\"model\":\"nope\"}|404|NotFoundError|model",
        "{\"prompt\":\"x\",\"max_tokens\":0}|400|BadRequestError|max_tokens",
        "{\"prompt\":\"x\",\"max_tokens\":100}|400|BadRequestError|max_tokens",
        "{\"prompt\":\"x\",\"max_tokens\":4,\"min_tokens\":5}|400|BadRequestError|null",
        "{\"prompt\":\"x\",\"stream_options\":{}}|400|BadRequestError|stream_options",
        "{\"prompt\":[\"x\",\"y\"]}|400|BadRequestError|prompt",
      })
  void aBadCompletionIsRefused(String body, int status, String type, String param)
      throws Exception {
    HttpResponse<String> response = SERVER.post("/v1/completions", body, KEY);

    JsonNode error = new ObjectMapper().readTree(response.body()).path("error");
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(error.path("code").asInt()).isEqualTo(status);
    assertThat(error.path("type").asText()).isEqualTo(type);
    assertThat(error.path("param").asText()).isEqualTo(param);
  }

  @Test
  void aPromptOverTheContextIsRefusedAlsoForAStream() throws Exception {
    HttpResponse<String> response =
        SERVER.post(
            "/v1/completions", "{\"stream\":true,\"prompt\":\"" + "x".repeat(400) + "\"}", KEY);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .startsWith("{\"error\":{\"message\":\"This model's maximum context length is 100 tokens.");
  }

  @Test
  void unknownKeysAreIgnored() throws Exception {
    assertThat(
            SERVER
                .post("/v1/completions", "{\"prompt\":[1,2],\"max_tokens\":1,\"foo\":{}}", KEY)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aMissingKeyIsUnauthorized() throws Exception {
    HttpResponse<String> response = SERVER.get("/v1/models");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo("{\"error\":\"Unauthorized\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/metrics", "/version", "/ping"})
  void whatIsNotBelowV1NeedsNoKey(String path) throws Exception {
    assertThat(SERVER.get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void anUnknownPathIsNotFound() throws Exception {
    assertThat(SERVER.get("/nope").body()).isEqualTo("{\"detail\":\"Not Found\"}");
  }

  @Test
  void aWrongMethodIsNotAllowed() throws Exception {
    assertThat(SERVER.get("/v1/completions", KEY).statusCode()).isEqualTo(405);
  }

  @Test
  void theModelsAreListed() throws Exception {
    JsonNode model =
        new ObjectMapper().readTree(SERVER.get("/v1/models", KEY).body()).path("data").path(0);

    assertThat(model.path("id").asText()).isEqualTo("m");
    assertThat(model.path("max_model_len").asInt()).isEqualTo(100);
  }
}
