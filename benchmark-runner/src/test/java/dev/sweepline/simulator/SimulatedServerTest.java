package dev.sweepline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.simulator.server.SimulatedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SimulatedServerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private SimulatedServer server = start();

  private static SimulatedServer start(String... options) {
    ServeOptions serve = new ServeOptions();
    CommandLine.populateCommand(serve, "--model", "a-model", "--port", "0");
    SimulationOptions simulation = new SimulationOptions();
    List<String> words = new ArrayList<>(List.of("--time-model", "fixed"));
    words.addAll(List.of("--ttft-ms", "1", "--itl-ms", "1"));
    words.addAll(List.of(options));
    new CommandLine(simulation)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(words.toArray(String[]::new));
    return SimulatedServer.start(Simulation.of(serve, simulation, Optional.empty()).settings());
  }

  @BeforeEach
  void awaitReady() {
    server.ready().join();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void restart(String... options) {
    server.close();
    server = start(options);
    server.ready().join();
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.address().resolve(path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String page(String path) throws Exception {
    URI uri = server.address().resolve(path);
    return client
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** The data of a stream's events; the end mark must be the last. */
  private static List<JsonNode> events(String stream) throws IOException {
    List<String> data =
        stream
            .lines()
            .filter(line -> line.startsWith("data: "))
            .map(line -> line.substring(6))
            .toList();
    assertThat(data).last().isEqualTo("[DONE]");
    List<JsonNode> events = new ArrayList<>();
    for (String json : data.subList(0, data.size() - 1)) {
      events.add(JSON.readTree(json));
    }
    return events;
  }

  @Test
  void aCompletionStreamHasAnEventATokenAndUsageLast() throws Exception {
    List<JsonNode> events =
        events(
            post(
                    "/v1/completions",
                    """
                    {"model":"a-model","prompt":"hello there","max_tokens":4,"stream":true,
                     "stream_options":{"include_usage":true}}""")
                .body());
    assertThat(events.stream().filter(e -> !e.at("/choices/0/text").asText().isEmpty())).hasSize(4);
    assertThat(events.get(events.size() - 1).at("/usage/completion_tokens").asInt()).isEqualTo(4);
    assertThat(events.stream().map(e -> e.at("/choices/0/finish_reason").asText("")))
        .contains("length");
  }

  @Test
  void aChatStreamOpensWithARoleThatCarriesNoText() throws Exception {
    List<JsonNode> events =
        events(
            post(
                    "/v1/chat/completions",
                    """
                    {"model":"a-model","messages":[{"role":"user","content":"hello"}],
                     "max_tokens":3,"stream":true}""")
                .body());
    assertThat(events.get(0).at("/choices/0/delta/role").asText()).isEqualTo("assistant");
    assertThat(events.get(0).at("/choices/0/delta/content").asText()).isEmpty();
    assertThat(events.stream().filter(e -> !e.at("/choices/0/delta/content").asText().isEmpty()))
        .hasSize(3);
  }

  @Test
  void anAnswerThatIsNotStreamedComesWhole() throws Exception {
    JsonNode answer =
        JSON.readTree(
            post("/v1/completions", "{\"model\":\"a-model\",\"prompt\":\"x\",\"max_tokens\":5}")
                .body());
    assertThat(answer.at("/usage/completion_tokens").asInt()).isEqualTo(5);
    assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("length");
  }

  @Test
  void aBodyThatIsNotJsonIsABadRequest() throws Exception {
    assertThat(post("/v1/completions", "{").statusCode()).isEqualTo(400);
  }

  @Test
  void anotherModelIsNotFound() throws Exception {
    HttpResponse<String> response =
        post("/v1/completions", "{\"model\":\"other\",\"prompt\":\"x\"}");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(JSON.readTree(response.body()).at("/error/message").asText()).contains("other");
  }

  @Test
  void theModelListNamesTheModel() throws Exception {
    assertThat(JSON.readTree(page("/v1/models")).at("/data/0/id").asText()).isEqualTo("a-model");
  }

  @Test
  void metricsCountTheTokensUnderVllmsNames() throws Exception {
    post("/v1/completions", "{\"model\":\"a-model\",\"prompt\":\"x\",\"max_tokens\":5}");
    assertThat(page("/metrics").lines())
        .anyMatch(
            line ->
                line.matches(
                    "vllm:generation_tokens_total\\{.*engine=\"0\".*model_name=\"a-model\".*} 5(\\.0)?"))
        .anyMatch(line -> line.startsWith("vllm:num_requests_running{"))
        .anyMatch(line -> line.startsWith("vllm:cache_config_info{"));
  }

  @Test
  void aFailingRequestIsA500() throws Exception {
    restart("--fail-rate", "1");
    assertThat(post("/v1/completions", "{\"model\":\"a-model\",\"prompt\":\"x\"}").statusCode())
        .isEqualTo(500);
  }

  @Test
  void anEmptyAnswerEndsWellWithoutText() throws Exception {
    restart("--empty-rate", "1");
    List<JsonNode> events =
        events(
            post(
                    "/v1/completions",
                    "{\"model\":\"a-model\",\"prompt\":\"x\",\"max_tokens\":5,\"stream\":true}")
                .body());
    assertThat(events).allMatch(e -> e.at("/choices/0/text").asText("").isEmpty());
    assertThat(events.stream().map(e -> e.at("/choices/0/finish_reason").asText("")))
        .anyMatch(reason -> !reason.isEmpty());
  }
}
