package dev.sweepline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server does to all requests alike: limits, the speed of a run, faulty metrics. */
class RunsAndLimitsTest {
  private static final String PATH = "/v1/completions";
  private static final String BODY = "{\"prompt\":\"p\",\"max_tokens\":5,\"stream\":true}";
  private static final String GENERATED =
      "vllm:generation_tokens_total{engine=\"0\",model_name=\"m\"} ";

  @TempDir private Path folder = Path.of("");

  @Test
  void aGatewayLetsNoMoreThanItsLimitThrough() throws Exception {
    try (RunningSimulator server = start("--gateway-limit", "1")) {
      CompletableFuture.allOf(
              IntStream.range(0, 20)
                  .mapToObj(i -> CompletableFuture.runAsync(() -> post(server, "r" + i)))
                  .toArray(CompletableFuture<?>[]::new))
          .join();
    }

    List<JsonNode> inTurn =
        truth().stream()
            .sorted(Comparator.comparingLong(line -> line.path("first_token_ns").asLong()))
            .toList();
    assertThat(inTurn).hasSize(20);
    for (int i = 1; i < inTurn.size(); i++) {
      assertThat(inTurn.get(i).path("first_token_ns").asLong())
          .isGreaterThan(inTurn.get(i - 1).path("last_token_ns").asLong());
    }
  }

  @Test
  void aRunHasASpeedOfItsOwn() throws Exception {
    runs("--run-sd", "0.1", "--seed", "4");

    assertThat(truth()).extracting(line -> line.path("run").asInt()).containsExactly(1, 1, 2);
    assertThat(factors().get(0)).isEqualTo(factors().get(1)).isNotEqualTo(factors().get(2));
  }

  @Test
  void theSpeedOfARunFollowsTheSeed() throws Exception {
    runs("--run-sd", "0.1", "--seed", "4");
    runs("--run-sd", "0.1", "--seed", "4");

    assertThat(factors().subList(0, 3)).isEqualTo(factors().subList(3, 6));
  }

  @Test
  void withoutSpreadEveryRunIsNominal() throws Exception {
    runs();

    assertThat(factors()).containsOnly(1.0);
  }

  @Test
  void metricsMayFail() throws Exception {
    try (RunningSimulator server = RunningSimulator.start("--metrics-fail-rate", "1")) {
      assertThat(server.get("/metrics").statusCode()).isEqualTo(500);
      assertThat(server.get("/health").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void slowMetricsHoldNoAnswerUp() throws Exception {
    try (RunningSimulator server = RunningSimulator.start("--metrics-delay-ms", "3600000")) {
      CompletableFuture<Void> metrics =
          CompletableFuture.runAsync(() -> answer(() -> server.get("/metrics").body()));

      assertThat(post(server, "x")).contains("[DONE]");
      assertThat(metrics).isNotDone();
    }
  }

  @Test
  void countersBeginAtZeroAgain() throws Exception {
    try (RunningSimulator server = RunningSimulator.start("--metrics-reset-after", "3")) {
      post(server, "a-1");
      post(server, "a-2");
      String before = server.get("/metrics").body();
      post(server, "a-3");
      String after = server.get("/metrics").body();

      assertThat(before).contains(GENERATED + "10.0");
      assertThat(after).contains(GENERATED + "5.0");
    }
  }

  private void runs(String... options) throws IOException {
    try (RunningSimulator server = start(options)) {
      post(server, "0a1b2c3d-0");
      post(server, "0a1b2c3d-1");
      post(server, "ffffffff-0");
    }
  }

  private RunningSimulator start(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--truth-log", folder.resolve("truth.jsonl").toString()));
    return RunningSimulator.start(all.toArray(String[]::new));
  }

  private static String post(RunningSimulator server, String id) {
    return answer(() -> server.post(PATH, BODY, "X-Request-Id", id).body());
  }

  private static String answer(Call call) {
    try {
      return call.body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Asks something of a server. */
  @FunctionalInterface
  private interface Call {
    String body() throws IOException, InterruptedException;
  }

  private List<Double> factors() throws IOException {
    return truth().stream().map(line -> line.path("run_factor").asDouble()).toList();
  }

  private List<JsonNode> truth() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("truth.jsonl"))) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }
}
