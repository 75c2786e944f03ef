package dev.sweepline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the client sees of a misbehaving server is what the truth log says. */
class FaultsOverHttpTest {
  private static final int REQUESTS = 100;

  @TempDir private Path folder = Path.of("");

  @Test
  void theTruthLogHasTheOutcomeOfEachRequest() throws Exception {
    List<String> seen = drive("--seed", "3", "--fail-rate", "0.2", "--empty-rate", "0.2");

    assertThat(seen).contains("ok", "http_error", "empty");
    assertThat(truth()).extracting(line -> line.path("outcome").asText()).isEqualTo(seen);
  }

  @Test
  void theSameSeedGivesTheSameOutcomes() throws Exception {
    String[] options = {"--seed", "3", "--fail-rate", "0.2", "--empty-rate", "0.2"};

    assertThat(drive(options)).isEqualTo(drive(options));
  }

  @Test
  void theTruthLogHasTheClientsIdsAndMomentsInOrder() throws Exception {
    drive("--seed", "3");

    assertThat(truth())
        .hasSize(REQUESTS)
        .allMatch(line -> line.path("request_id").asText().startsWith("client-"))
        .allMatch(line -> line.path("output_tokens").asInt() == 2)
        .allMatch(line -> line.path("read_ns").asLong() < line.path("first_token_ns").asLong())
        .allMatch(
            line -> line.path("first_token_ns").asLong() <= line.path("last_token_ns").asLong());
  }

  @Test
  void anEmptyAnswerHasNoTokenTimes() throws Exception {
    drive("--empty-rate", "1");

    assertThat(truth())
        .allMatch(line -> line.path("first_token_ns").isNull())
        .allMatch(line -> line.path("output_tokens").asInt() == 0);
  }

  @Test
  void anEmptyStreamIsWellFormed() throws Exception {
    try (RunningSimulator server = RunningSimulator.start("--empty-rate", "1")) {
      String body =
          server
              .post(
                  "/v1/completions",
                  "{\"prompt\":\"p\",\"stream\":true,\"stream_options\":{\"include_usage\":true}}")
              .body();

      assertThat(body.lines().filter(line -> !line.isEmpty()))
          .hasSize(3)
          .anyMatch(line -> line.contains("\"text\":\"\"") && line.contains("\"stop\""))
          .anyMatch(line -> line.contains("\"completion_tokens\":0"))
          .anyMatch("data: [DONE]"::equals);
    }
  }

  @Test
  void theTruthLogNamesTheFaults() throws Exception {
    drive("--fault", "crlf=1,empty=1");

    assertThat(truth())
        .allMatch(line -> line.path("faults").toString().equals("[\"empty\",\"crlf\"]"));
  }

  @Test
  void whoIsTurnedDownIsToldWhenToComeBack() throws Exception {
    try (RunningSimulator server = RunningSimulator.start("--fault", "rate_limit=1")) {
      HttpResponse<String> response = server.post("/v1/completions", "{\"prompt\":\"p\"}");

      assertThat(response.statusCode()).isEqualTo(429);
      assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
    }
  }

  @Test
  void aStallMayEnd() throws Exception {
    assertThat(drive("--fault", "stall_stream=1", "--stall-seconds", "0.001")).containsOnly("ok");
    assertThat(truth()).allMatch(line -> line.path("output_tokens").asInt() == 2);
  }

  @Test
  void aWholeAnswerIsPackedToo() throws Exception {
    try (RunningSimulator server = RunningSimulator.start("--fault", "gzip=1")) {
      HttpResponse<String> response = server.post("/v1/completions", "{\"prompt\":\"p\"}");

      assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }
  }

  private List<String> drive(String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--truth-log", folder.resolve("truth.jsonl").toString()));
    List<String> outcomes = new ArrayList<>();
    try (RunningSimulator server = RunningSimulator.start(all.toArray(String[]::new))) {
      for (int i = 0; i < REQUESTS; i++) {
        HttpResponse<String> response =
            server.post(
                "/v1/completions",
                "{\"prompt\":\"p\",\"stream\":true,\"max_tokens\":2}",
                "X-Request-Id",
                "client-" + i);
        outcomes.add(outcome(response));
      }
    }
    return outcomes;
  }

  private static String outcome(HttpResponse<String> response) {
    if (response.statusCode() == 500) {
      return "http_error";
    }
    return response.body().contains("\"text\":\" the\"") ? "ok" : "empty";
  }

  private List<JsonNode> truth() throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("truth.jsonl"))) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }
}
