package dev.sweepline.runner.vllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sweepline.contract.Ints;
import dev.sweepline.contract.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Results that vLLM 0.32 itself wrote, made anew from their own lists of requests. */
final class VllmReferenceTest {
  private static final double ONE_US_IN_MS = 0.001;
  private static final double RELATIVE = 1e-6;

  /** Not in the examples, which asked for other percentiles; vLLM names them so. */
  private static final Pattern OTHER_PERCENTILE = Pattern.compile("p90_\\w+_ms");

  private static final List<JsonNode> STORED = new ArrayList<>();
  private static Path reference = Path.of("");

  @BeforeAll
  static void readReferenceData() throws IOException {
    Path shared = Path.of(System.getProperty("sweepline.root")).resolveSibling("shared");
    Assumptions.assumeTrue(Files.isDirectory(shared), "reference data beside the checkout");
    reference = shared.resolve("reference");
    try (Stream<Path> files = Files.list(reference.resolve("vllm-cpu/bench"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        STORED.add(new ObjectMapper().readTree(file.toFile()));
      }
    }
    assertThat(STORED).isNotEmpty();
  }

  private static Map<String, Object> anew(JsonNode stored) {
    double startS = stored.path("start_times").path(0).asDouble();
    List<VllmRequest> requests = new ArrayList<>();
    for (int i = 0; i < stored.path("ttfts").size(); i++) {
      JsonNode gaps = stored.path("itls").path(i);
      requests.add(
          new VllmRequest(
              stored.path("errors").path(i).asText().isEmpty(),
              stored.path("input_lens").path(i).asInt(),
              stored.path("output_lens").path(i).asInt(),
              micros(stored.path("start_times").path(i).asDouble() - startS),
              micros(stored.path("queue_times").path(i).asDouble()),
              micros(stored.path("ttfts").path(i).asDouble()),
              Ints.of(
                  StreamSupport.stream(gaps.spliterator(), false)
                      .mapToInt(gap -> Math.toIntExact(micros(gap.asDouble())))
                      .toArray()),
              micros(stored.path("latencies").path(i).asDouble()),
              "",
              stored.path("errors").path(i).asText()));
    }
    return VllmResult.of(
        Summaries.of(Load.closed(1).requests(1).build()),
        stored.path("duration").asDouble(),
        requests,
        ZoneOffset.UTC);
  }

  private static long micros(double seconds) {
    return Math.round(seconds * 1e6);
  }

  private static List<String> keys(JsonNode stored) {
    List<String> keys = new ArrayList<>();
    stored.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void theKeysAndTheirOrderAreThose() {
    assertThat(STORED)
        .allSatisfy(
            stored ->
                assertThat(
                        anew(stored).keySet().stream()
                            .filter(key -> !OTHER_PERCENTILE.matcher(key).matches()))
                    .containsExactlyElementsOf(keys(stored)));
  }

  @Test
  void everyFigureOfALatencyIsTheSameToAMicrosecond() {
    assertThat(STORED)
        .allSatisfy(
            stored -> {
              Map<String, Object> anew = anew(stored);
              assertThat(keys(stored))
                  .filteredOn(key -> key.endsWith("_ms"))
                  .hasSizeGreaterThan(20)
                  .allSatisfy(
                      key ->
                          assertThat((Double) anew.get(key))
                              .as(key)
                              .isCloseTo(stored.path(key).asDouble(), within(ONE_US_IN_MS)));
            });
  }

  @Test
  void countsRatesAndPeaksAreTheSame() {
    List<String> figures =
        List.of(
            "completed",
            "failed",
            "total_input_tokens",
            "total_output_tokens",
            "request_throughput",
            "output_throughput",
            "total_token_throughput",
            "max_output_tokens_per_s",
            "max_concurrent_requests",
            "rtfx");
    assertThat(STORED)
        .allSatisfy(
            stored -> {
              Map<String, Object> anew = anew(stored);
              assertThat(figures)
                  .allSatisfy(
                      key -> {
                        double wanted = stored.path(key).asDouble();
                        assertThat(anew.get(key))
                            .asInstanceOf(type(Number.class))
                            .extracting(Number::doubleValue, DOUBLE)
                            .as(key)
                            .isCloseTo(wanted, within(wanted * RELATIVE));
                      });
            });
  }

  @Test
  void everyKeyWasSeenInAResultOfVllm() throws IOException {
    Set<String> seen =
        Files.readAllLines(reference.resolve("vllm-data/result_key_census.txt")).stream()
            .map(line -> line.split(" "))
            .filter(words -> words.length == 3)
            .map(words -> words[2])
            .collect(Collectors.toSet());
    seen.addAll(keys(STORED.get(0)));
    assertThat(seen).containsAll(anew(STORED.get(0)).keySet());
  }
}
