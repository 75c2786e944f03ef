package dev.sweepline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.RunSummary;
import dev.sweepline.contract.RunSummary.Reason;
import dev.sweepline.contract.RunSummary.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real client against the real simulated server, each a process of its own. */
class BenchAgainstSimulatorTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PROMPTS = 200;

  @TempDir Path folder;

  @BeforeEach
  void writePrompts() throws IOException {
    Files.write(
        folder.resolve("prompts.jsonl"),
        IntStream.range(0, PROMPTS)
            .mapToObj(i -> "{\"id\":\"p%d\",\"prompt\":\"say %d\"}".formatted(i, i))
            .toList());
  }

  @Test
  void everyRequestIsRecordedAsTheServerTrulyAnsweredIt() throws Exception {
    try (SimulatedServerProcess server =
        SimulatedServerProcess.start(
            folder,
            "--ttft-ms",
            "5",
            "--itl-ms",
            "1",
            "--fail-rate",
            "0.1",
            "--empty-rate",
            "0.1",
            "--seed",
            "5")) {
      run(server, "--concurrency", "16", "--max-output-tokens", "8");
      Map<String, String> truth =
          trueLines(server)
              .collect(Collectors.toMap(this::id, line -> line.path("outcome").asText()));
      assertThat(
              records().stream()
                  .collect(Collectors.toMap(RequestRecord::requestId, r -> word(r.outcome()))))
          .hasSize(PROMPTS)
          .isEqualTo(truth)
          .containsValues("ok", "empty", "http_error");
    }
  }

  @Test
  void theTokensOfEveryAnswerAreCountedAsTheyWereWritten() throws Exception {
    try (SimulatedServerProcess server =
        SimulatedServerProcess.start(folder, "--ttft-ms", "5", "--itl-ms", "1")) {
      run(server, "--concurrency", "16", "--max-output-tokens", "8");
      Map<String, Integer> written =
          trueLines(server)
              .collect(Collectors.toMap(this::id, line -> line.path("output_tokens").asInt()));
      assertThat(
              records().stream()
                  .collect(Collectors.toMap(RequestRecord::requestId, r -> (Integer) r.events())))
          .isEqualTo(written);
    }
  }

  @Test
  void aFewFailuresMakeARunSuspectAndTheCallGood() throws Exception {
    try (SimulatedServerProcess server =
        SimulatedServerProcess.start(
            folder, "--ttft-ms", "5", "--itl-ms", "1", "--fail-rate", "0.03", "--seed", "5")) {
      int status = run(server, "--concurrency", "8", "--max-output-tokens", "8");
      assumeThat(codes()).as("the host had a core for the client").doesNotContain("client_limited");
      assertThat(summary().verdict().state()).isEqualTo(Verdict.State.SUSPECT);
      assertThat(status).isZero();
    }
  }

  @Test
  void manyFailuresMakeEveryRunOfTheCallInvalid() throws Exception {
    try (SimulatedServerProcess server =
        SimulatedServerProcess.start(
            folder, "--ttft-ms", "5", "--itl-ms", "1", "--fail-rate", "0.3", "--seed", "5")) {
      int status = run(server, "--concurrency", "8", "--max-output-tokens", "8");
      assertThat(summary().verdict().state()).isEqualTo(Verdict.State.INVALID);
      assertThat(status).isEqualTo(74);
    }
  }

  @Test
  void aServerThatDiesInTheRunLeavesARecordOfEveryRequest() throws Exception {
    try (SimulatedServerProcess server =
        SimulatedServerProcess.start(
            folder, "--ttft-ms", "5", "--itl-ms", "1", "--crash-after", "50")) {
      // The crash comes in a request of the load or of the check before it.
      run(server, "--concurrency", "1", "--max-output-tokens", "8");
      List<Outcome> outcomes = records().stream().map(RequestRecord::outcome).toList();
      int crashed = outcomes.lastIndexOf(Outcome.OK) + 1;
      assertThat(outcomes).hasSize(PROMPTS);
      assertThat(crashed).isBetween(48, 49);
      assertThat(outcomes.get(crashed)).isIn(Outcome.TRUNCATED, Outcome.RESET);
      assertThat(outcomes.subList(crashed + 1, PROMPTS)).containsOnly(Outcome.REFUSED);
    }
  }

  /** Runs a client to its end, then stops the server, so that its truth log is whole. */
  private int run(SimulatedServerProcess server, String... options) throws Exception {
    int status = server.bench(folder, options).waitFor();
    server.stop();
    return status;
  }

  private Stream<JsonNode> trueLines(SimulatedServerProcess server) throws IOException {
    return server.truth().stream()
        .map(BenchAgainstSimulatorTest::parse)
        .filter(line -> !id(line).startsWith("preflight-"));
  }

  private String id(JsonNode line) {
    return line.path("request_id").asText();
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new IllegalStateException(line, e);
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The whole lines of the run's requests file, whatever its name is by now. */
  private List<RequestRecord> records() throws IOException {
    String text = Files.readString(only("requests_"));
    return text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .skip(1)
        .map(line -> ContractJson.current().line(RequestRecord.class, "requests", 1, line))
        .toList();
  }

  private List<String> codes() throws IOException {
    return summary().verdict().reasons().stream().map(Reason::code).toList();
  }

  private RunSummary summary() throws IOException {
    return ContractJson.read(RunSummary.class, only("results_"));
  }

  private Path only(String prefix) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("results"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow();
    }
  }
}
