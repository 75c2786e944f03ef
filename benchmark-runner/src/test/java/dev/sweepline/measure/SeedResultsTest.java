package dev.sweepline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweepline.contract.RunSummary.Reason;
import dev.sweepline.contract.RunSummary.Verdict.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The 39 result files of the original system against figures computed with numpy. */
class SeedResultsTest {
  private static final double ONE_US_IN_MS = 0.001;
  private static final Map<String, RunResult> RUNS = new TreeMap<>();
  private static final Map<String, Map<String, String>> GOLDEN = new HashMap<>();

  @BeforeAll
  static void readReferenceData() throws IOException {
    Path shared = Path.of(System.getProperty("sweepline.root")).resolveSibling("shared");
    Assumptions.assumeTrue(Files.isDirectory(shared), "reference data beside the checkout");
    Path root = shared.resolve("data/seed-results");
    try (Stream<Path> files = Files.walk(root)) {
      for (Path path : files.filter(file -> file.toString().endsWith(".json")).toList()) {
        SeedRun run = SeedRun.read(root, path);
        RUNS.put(run.file(), run.judge());
      }
    }
    List<String> lines = Files.readAllLines(shared.resolve("bench/seed-golden.csv"));
    List<String> columns = List.of(lines.get(0).split(",", -1));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row =
          columns.stream()
              .collect(Collectors.toMap(Function.identity(), c -> cells[columns.indexOf(c)]));
      GOLDEN.put(row.getOrDefault("file", ""), row);
    }
  }

  private static Map<String, Reason> withCode(String code) {
    Map<String, Reason> found = new TreeMap<>();
    RUNS.forEach(
        (file, run) ->
            run.verdict().reasons().stream()
                .filter(reason -> reason.code().equals(code))
                .forEach(reason -> found.put(file, reason)));
    return found;
  }

  private static boolean isComplete(String file) {
    return "1000".equals(golden(file, "requests_with_output"));
  }

  @Test
  void everyFileIsJudged() {
    assertThat(RUNS).hasSize(39).hasSameSizeAs(GOLDEN);
  }

  @Test
  void elevenRunsHaveNoSuccess() {
    assertThat(withCode("no_success")).hasSize(11);
  }

  @Test
  void runsWithoutRecordsSayThatTheyHaveNone() {
    assertThat(withCode("no_request_data").keySet()).isEqualTo(withCode("no_success").keySet());
  }

  @Test
  void twoRunsHaveNoTokens() {
    assertThat(withCode("no_tokens").values())
        .extracting(reason -> reason.evidence().get("answered"))
        .containsExactlyInAnyOrder(126.0, 24.0);
  }

  @Test
  void oneRunFailedInPart() {
    assertThat(withCode("failures").values())
        .extracting(reason -> reason.evidence().get("failed"))
        .containsExactly(746.0);
  }

  @Test
  void theCompleteRunsAreSaturated() {
    assertThat(withCode("saturated").keySet().stream().filter(SeedResultsTest::isComplete))
        .hasSize(25);
  }

  @Test
  void allButOneOfTheCompleteRunsStreamedAtTheLimitOfTheirClient() {
    assertThat(withCode("client_limited").values())
        .hasSize(24)
        .allSatisfy(reason -> assertThat(reason.evidence()).containsEntry("streaming_peak", 100.0));
  }

  @Test
  void oneCompleteRunWasHeldAt32() {
    assertThat(withCode("hidden_limit").values())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.evidence()).containsEntry("streaming_peak", 32.0);
              assertThat(reason.evidence().get("streaming_mean")).isEqualTo(31.87, within(0.005));
            });
  }

  @Test
  void noRunMayBeUsedAsItIs() {
    assertThat(RUNS.values()).allMatch(run -> run.verdict().state() == State.INVALID);
  }

  @Test
  void latenciesEqualTheRecordedOnesToAMicrosecond() {
    Map<String, String> columns =
        Map.of("ttft", "ttft", "e2e_latency", "e2e_latency", "tpot", "itl");
    RUNS.forEach(
        (file, run) ->
            columns.forEach(
                (ours, theirs) ->
                    Stream.of("_p50", "_p95", "_p99")
                        .forEach(p -> same(file, run, ours + p, golden(file, theirs + p)))));
  }

  private static void same(String file, RunResult run, String column, String expected) {
    Object value = run.metrics().get(column);
    boolean usable = !"0".equals(golden(file, "requests_with_output"));
    if (usable) {
      assertThat((Double) value)
          .as("%s %s", file, column)
          .isEqualTo(Double.parseDouble(expected), within(ONE_US_IN_MS));
    } else {
      assertThat(value).as("%s %s", file, column).isNull();
    }
  }

  @Test
  void throughputsEqualTheRecordedOnes() {
    Map<String, String> columns =
        Map.of(
            "throughput_tokens_per_sec", "throughput_tokens_per_sec",
            "throughput_requests_per_sec", "throughput_requests_with_output_per_sec",
            "total_tokens_generated", "total_tokens_generated",
            "successful_requests", "requests_with_output");
    RUNS.forEach(
        (file, run) ->
            columns.forEach(
                (ours, theirs) -> {
                  double expected = Double.parseDouble(golden(file, theirs));
                  assertThat((Double) run.metrics().get(ours))
                      .as("%s %s", file, ours)
                      .isEqualTo(expected, within(1e-9 * expected));
                }));
  }

  @Test
  void whatRestsOnSendTimesOrGapsIsUnknown() {
    assertThat(RUNS.values())
        .allSatisfy(
            run ->
                assertThat(run.metrics())
                    .containsEntry("service_ttft_p50", null)
                    .containsEntry("service_e2e_latency_p50", null)
                    .containsEntry("itl_p50", null)
                    .containsEntry("itl_basis", null)
                    .containsEntry("steady_tokens_per_sec", null)
                    .containsEntry("measured_from", "dispatched"));
  }

  private static String golden(String file, String column) {
    return GOLDEN.getOrDefault(file, Map.of()).getOrDefault(column, "");
  }
}
