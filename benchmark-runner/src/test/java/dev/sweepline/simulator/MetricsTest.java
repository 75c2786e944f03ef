package dev.sweepline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {
  private static final Pattern LABEL =
      Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"");
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{"
              + LABEL.pattern()
              + "(?:,"
              + LABEL.pattern()
              + ")*\\})? (\\S+)");

  @Test
  void everyLineIsACommentOrASample() throws Exception {
    assertThat(page("--served-model-name", "a \"b\" \\c").lines())
        .allMatch(line -> line.matches("# (HELP|TYPE) \\S+ .+") || SAMPLE.matcher(line).matches());
  }

  @Test
  void everySampleFollowsTheTypeOfItsFamily() throws Exception {
    List<String> families =
        page()
            .lines()
            .filter(line -> line.startsWith("# TYPE"))
            .map(line -> line.replaceFirst("# TYPE (\\S+) .*", "$1"))
            .toList();

    assertThat(families).doesNotHaveDuplicates();
    assertThat(samples(page()).keySet())
        .allMatch(
            name ->
                families.contains(name.replaceFirst("\\{.*", ""))
                    || families.contains(
                        name.replaceFirst("\\{.*", "").replaceFirst("_(bucket|sum|count)$", "")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vllm:num_requests_running",
        "vllm:num_requests_waiting",
        "vllm:kv_cache_usage_perc",
        "vllm:num_preemptions_total",
        "vllm:prompt_tokens_total",
        "vllm:generation_tokens_total",
        "vllm:prefix_cache_queries_total",
        "vllm:prefix_cache_hits_total",
        "vllm:time_to_first_token_seconds_count",
        "vllm:generation_tokens_created",
      })
  void eachEngineHasItsOwnSample(String name) throws Exception {
    assertThat(samples(page("-dp", "2")))
        .containsKeys(
            name + "{engine=\"0\",model_name=\"m\"}", name + "{engine=\"1\",model_name=\"m\"}");
  }

  @Test
  void tokensAndRequestsAreCounted() throws Exception {
    try (RunningSimulator server = RunningSimulator.start()) {
      server.post("/v1/completions", "{\"prompt\":\"12345678\",\"max_tokens\":3}");
      server.post("/v1/completions", "{\"prompt\":\"1234\",\"max_tokens\":2}");
      Map<String, Double> samples = samples(server.get("/metrics").body());
      String labels = "{engine=\"0\",model_name=\"m\"}";

      assertThat(samples)
          .containsEntry("vllm:prompt_tokens_total" + labels, 3.0)
          .containsEntry("vllm:generation_tokens_total" + labels, 5.0)
          .containsEntry("vllm:time_to_first_token_seconds_count" + labels, 2.0)
          .containsEntry("vllm:inter_token_latency_seconds_count" + labels, 3.0)
          .containsEntry(
              "vllm:request_success_total"
                  + "{engine=\"0\",finished_reason=\"length\",model_name=\"m\"}",
              2.0);
    }
  }

  @Test
  void thePrefixCacheShowsInTheCountersBySource() throws Exception {
    String request = "{\"prompt\":\"%s\",\"max_tokens\":1}".formatted("abcd".repeat(33));
    try (RunningSimulator server = RunningSimulator.start("--block-size", "16")) {
      server.post("/v1/completions", request);
      server.post("/v1/completions", request);
      Map<String, Double> samples = samples(server.get("/metrics").body());

      assertThat(samples)
          .containsEntry("vllm:prefix_cache_queries_total{engine=\"0\",model_name=\"m\"}", 66.0)
          .containsEntry("vllm:prefix_cache_hits_total{engine=\"0\",model_name=\"m\"}", 32.0)
          .containsEntry(
              "vllm:prompt_tokens_by_source_total"
                  + "{engine=\"0\",model_name=\"m\",source=\"local_cache_hit\"}",
              32.0)
          .containsEntry(
              "vllm:prompt_tokens_by_source_total"
                  + "{engine=\"0\",model_name=\"m\",source=\"local_compute\"}",
              34.0);
    }
  }

  @Test
  void theCacheConfigurationProvesTheOptions() throws Exception {
    assertThat(page("--block-size", "32", "--kv-cache-dtype", "fp8", "--no-enable-prefix-caching"))
        .contains("block_size=\"32\"")
        .contains("cache_dtype=\"fp8\"")
        .contains("enable_prefix_caching=\"False\"");
  }

  private static String page(String... options) throws Exception {
    try (RunningSimulator server = RunningSimulator.start(options)) {
      return server.get("/metrics").body();
    }
  }

  private static Map<String, Double> samples(String page) {
    return page.lines()
        .map(SAMPLE::matcher)
        .filter(Matcher::matches)
        .collect(
            Collectors.toMap(
                line -> line.group(1) + (line.group(2) == null ? "" : line.group(2)),
                line -> Double.parseDouble(line.group(3))));
  }
}
