package dev.sweepline.runner.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sweepline.runner.scrape.exposition.ExpositionParser;
import dev.sweepline.runner.scrape.exposition.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EngineReadingsTest {
  private static final Path SHARED =
      Path.of(System.getProperty("sweepline.root")).resolveSibling("shared");

  private static List<EngineReading> readings(String page) {
    return EngineReadings.of(ExpositionParser.parse(page, Format.TEXT));
  }

  private static EngineReading only(String page) {
    List<EngineReading> readings = readings(page);
    assertThat(readings).hasSize(1);
    return readings.get(0);
  }

  private static EngineReading shared(String file) throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "reference data beside the checkout");
    return only(Files.readString(SHARED.resolve(file)));
  }

  @Test
  void aRealPageUnderLoadGivesAllFigures() throws IOException {
    EngineReading reading = shared("reference/vllm-cpu/metrics-loaded.txt");

    assertThat(reading.key()).isEqualTo(new EngineKey("0", "m-llama"));
    assertThat(reading.figures())
        .isEqualTo(
            Map.ofEntries(
                Map.entry(ServerFigure.RUNNING, 1.0),
                Map.entry(ServerFigure.WAITING, 15.0),
                Map.entry(ServerFigure.KV_CACHE_USAGE, 6.103888176767214e-05),
                Map.entry(ServerFigure.PREEMPTIONS, 0.0),
                Map.entry(ServerFigure.PROMPT_TOKENS, 5559.0),
                Map.entry(ServerFigure.GENERATION_TOKENS, 8488.0),
                Map.entry(ServerFigure.PREFIX_CACHE_QUERIES, 5559.0),
                Map.entry(ServerFigure.PREFIX_CACHE_HITS, 0.0),
                Map.entry(ServerFigure.LOCAL_COMPUTE, 5559.0),
                Map.entry(ServerFigure.LOCAL_CACHE_HIT, 0.0),
                Map.entry(ServerFigure.FIRST_TOKEN_SUM, 240.65643763542175),
                Map.entry(ServerFigure.FIRST_TOKEN_COUNT, 133.0)));
    assertThat(reading.createdS()).isEqualTo(1.7955784557046485e+09);
    assertThat(reading.cacheConfig())
        .containsEntry("num_gpu_blocks", "16384")
        .containsEntry("kv_cache_size_tokens", "2097152")
        .containsEntry("gpu_memory_utilization", "0.92")
        .doesNotContainKeys("engine", "model_name");
  }

  @Test
  void anOldServerHasOneEngineWithoutALabel() throws IOException {
    EngineReading reading = shared("data/corpus/prometheus/01-v06-replica0-of-4.txt");

    assertThat(reading.key().engine()).isNull();
    assertThat(reading.key().modelName()).endsWith("/opt-1.3b");
    assertThat(reading.figures())
        .containsEntry(ServerFigure.KV_CACHE_USAGE, 0.0)
        .doesNotContainKey(ServerFigure.PREFIX_CACHE_HITS);
    assertThat(reading.createdS()).isNull();
    assertThat(reading.cacheConfig()).containsEntry("num_gpu_blocks", "3744");
  }

  @Test
  void twoScrapesOfOneLifeTellWhatTheRunDid() throws IOException {
    EngineReading before = shared("data/corpus/prometheus/10-vllm-c128-before.prom");
    EngineReading after = shared("data/corpus/prometheus/11-vllm-c128-after.prom");

    assertThat(after.isAnotherLifeThan(before)).isFalse();
    assertThat(before.isAnotherLifeThan(after)).isTrue();
  }

  @Test
  void enginesAreKeptApart() {
    List<EngineReading> readings =
        readings(
            """
            vllm:num_requests_running{engine="0",model_name="m"} 3
            vllm:num_requests_running{engine="1",model_name="m"} 5
            vllm:cache_config_info{engine="0",num_gpu_blocks="10"} 1
            vllm:cache_config_info{engine="1",num_gpu_blocks="11"} 1
            vllm:num_preemptions_created{engine="0",model_name="m"} 100
            vllm:num_preemptions_created{engine="1",model_name="m"} 101
            process_start_time_seconds 90
            """);

    assertThat(readings)
        .containsExactly(
            new EngineReading(
                new EngineKey("0", "m"),
                Map.of(ServerFigure.RUNNING, 3.0),
                100.0,
                Map.of("num_gpu_blocks", "10")),
            new EngineReading(
                new EngineKey("1", "m"),
                Map.of(ServerFigure.RUNNING, 5.0),
                101.0,
                Map.of("num_gpu_blocks", "11")));
  }

  @Test
  void oldNamesMeanTheSame() {
    assertThat(
            only("""
                    vllm:gpu_cache_usage_perc 0.25
                    vllm:gpu_prefix_cache_queries_total 8
                    vllm:gpu_prefix_cache_hits_total 2
                    """)
                .figures())
        .containsEntry(ServerFigure.KV_CACHE_USAGE, 0.25)
        .containsEntry(ServerFigure.PREFIX_CACHE_QUERIES, 8.0)
        .containsEntry(ServerFigure.PREFIX_CACHE_HITS, 2.0);
  }

  @Test
  void thePresentNameWinsWhereBothAreShown() {
    assertThat(only("vllm:gpu_cache_usage_perc 0.25\nvllm:kv_cache_usage_perc 0.5\n").figures())
        .containsEntry(ServerFigure.KV_CACHE_USAGE, 0.5);
  }

  @Test
  void aCounterMayLackItsEnding() {
    assertThat(only("# TYPE vllm:num_preemptions counter\nvllm:num_preemptions 4\n").figures())
        .containsEntry(ServerFigure.PREEMPTIONS, 4.0);
  }

  @Test
  void aValueThatIsNoNumberIsUnknown() {
    assertThat(only("vllm:num_requests_running NaN\nvllm:kv_cache_usage_perc 0\n").figures())
        .containsOnlyKeys(ServerFigure.KV_CACHE_USAGE);
  }

  @Test
  void whereCountersDoNotSayWhenTheyBeganTheProcessDoes() {
    assertThat(only("process_start_time_seconds 90\nvllm:num_requests_running 1\n").createdS())
        .isEqualTo(90.0);
  }

  @Test
  void aPageOfAnotherServerHasNoEngines() {
    assertThat(readings("sglang:num_running_reqs{engine_type=\"unified\"} 1\n")).isEmpty();
  }
}
