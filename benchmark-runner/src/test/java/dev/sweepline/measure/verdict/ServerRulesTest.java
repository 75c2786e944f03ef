package dev.sweepline.measure.verdict;

import static dev.sweepline.measure.RequestBuilder.request;
import static dev.sweepline.measure.SampleBuilder.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.Sample;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.measure.Contexts;
import dev.sweepline.measure.RequestBuilder;
import dev.sweepline.measure.SampleBuilder;
import dev.sweepline.measure.ServerFacts;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerRulesTest {
  private static final int SLOTS = 40;
  private static final Load LOAD = Contexts.closed(SLOTS);

  /** In each slot one request after the other, each a second long, for ten seconds. */
  private static List<RequestRecord> slots() {
    return IntStream.range(0, 10 * SLOTS)
        .mapToObj(
            i ->
                request(i, i / SLOTS * 1_000_000L)
                    .firstToken(i / SLOTS * 1_000_000L + 500_000)
                    .gaps(500_000))
        .map(RequestBuilder::build)
        .toList();
  }

  /** Of such a run, twice a second. */
  private static List<Sample> samples(double running, double waiting) {
    return LongStream.range(0, 20)
        .mapToObj(i -> sample(i * 500_000 + 250_000).requests(running, waiting))
        .map(SampleBuilder::build)
        .toList();
  }

  @Test
  void requestsThatTheServerDoesNotHaveAreHeldByALimit() {
    Judged run = Judged.run(Contexts.of(LOAD), slots(), samples(16, 0));
    assertThat(run.reason("hidden_limit").orElseThrow().evidence())
        .containsEntry("in_flight_mean", 40.0)
        .containsEntry("in_server_mean", 16.0);
  }

  private static Load uniquePrompts() {
    return LOAD.toBuilder().uniquePrefix(true).build();
  }

  private static List<Sample> cached(double hits, double computed) {
    return List.of(
        sample(0).bySource(0, 0).build(), sample(9_900_000).bySource(computed, hits).build());
  }

  @Test
  void promptsThatWereToBeNewAndAreCachedAreNoted() {
    Judged run = Judged.run(Contexts.of(uniquePrompts()), slots(), cached(300, 700));
    assertThat(run.reason("prefix_cache_differs").orElseThrow().evidence())
        .containsEntry("prefix_hit_rate", 0.3);
    assertThat(run.voids("prefix_cache_differs")).isEmpty();
  }

  @Test
  void aFewCachedBlocksOfATemplateAreNot() {
    Judged run = Judged.run(Contexts.of(uniquePrompts()), slots(), cached(40, 960));
    assertThat(run.codes()).doesNotContain("prefix_cache_differs");
  }

  @Test
  void promptsThatMayRepeatMayBeCached() {
    Judged run = Judged.run(Contexts.of(LOAD), slots(), cached(300, 700));
    assertThat(run.codes()).doesNotContain("prefix_cache_differs");
  }

  @Test
  void aServerThatQueuesThemItselfIsNoHiddenLimit() {
    Judged run = Judged.run(Contexts.of(LOAD), slots(), samples(16, 24));
    assertThat(run.codes()).doesNotContain("hidden_limit");
  }

  @Test
  void aFewOnTheirWayAreNoHiddenLimit() {
    Judged run = Judged.run(Contexts.of(LOAD), slots(), samples(35, 0));
    assertThat(run.codes()).doesNotContain("hidden_limit");
  }

  @Test
  void allEnginesTogetherHaveTheRequests() {
    List<Sample> both =
        Stream.concat(
                samples(20, 0).stream(),
                LongStream.range(0, 20)
                    .mapToObj(i -> sample(i * 500_000 + 260_000).engine("1").requests(10, 10))
                    .map(SampleBuilder::build))
            .toList();
    assertThat(Judged.run(Contexts.of(LOAD), slots(), both).codes()).doesNotContain("hidden_limit");
  }

  @Test
  void twoSamplesInTheMiddleHalfProveNoLimit() {
    List<Sample> two =
        Stream.of(sample(3_000_000), sample(6_000_000))
            .map(sample -> sample.requests(1, 0).build())
            .toList();
    assertThat(Judged.run(Contexts.of(LOAD), slots(), two).codes()).doesNotContain("hidden_limit");
  }

  /** A plateau of 40 that no load asked for, as the gateway of {@link LoadRulesTest} makes it. */
  private static RequestBuilder behindGateway(int index) {
    long end = (long) (index / 20 + 1) * 100_000 + index % 20;
    long taken = Math.max(index * 100L, end - 200_000);
    return request(index, index * 100L)
        .sent(taken)
        .firstToken(Math.max(taken, end - 99_000))
        .end(end);
  }

  @Test
  void aPlateauWhoseRequestsTheServerHasIsNoHiddenLimit() {
    List<RequestRecord> requests =
        IntStream.range(0, 600)
            .mapToObj(ServerRulesTest::behindGateway)
            .map(RequestBuilder::build)
            .toList();
    List<Sample> samples =
        LongStream.range(0, 30)
            .mapToObj(i -> sample(i * 100_000 + 50_000).requests(20, 20).build())
            .toList();
    assertThat(Judged.run(Contexts.of(Contexts.open(10_000)), requests, samples).codes())
        .doesNotContain("hidden_limit");
  }

  @Test
  void aServerThatBeganAnewVoidsAll() {
    Judged run =
        Judged.run(
            Contexts.of(LOAD),
            slots(),
            List.of(
                sample(0).promptTokens(900).build(), sample(5_000_000).promptTokens(20).build()));
    assertThat(run.voids("server_restarted")).isEqualTo(Family.labels(Family.ALL));
  }

  @Test
  void countersThatStandStillAreNoRestart() {
    Judged run =
        Judged.run(
            Contexts.of(LOAD),
            slots(),
            List.of(
                sample(0).promptTokens(900).created(1_700_000_000).build(),
                sample(5_000_000).promptTokens(900).created(1_700_000_000).build()));
    assertThat(run.codes()).doesNotContain("server_restarted");
  }

  private static Judged told(String key, Object stated, Map<String, String> labels) {
    ServerConfig config = ServerConfig.of(Map.of("extra_args", Map.of(key, stated)));
    return Judged.run(
        Contexts.on(LOAD, new ServerFacts(config, null)),
        slots(),
        List.of(sample(0).cacheConfig(labels).build()));
  }

  @ParameterizedTest
  @CsvSource({
    "block-size, 16, block_size, 128",
    "gpu_memory_utilization, 0.85, gpu_memory_utilization, 0.92",
    "enable_prefix_caching, false, enable_prefix_caching, True",
    "kv_cache_dtype, fp8, cache_dtype, auto",
    "kv_cache_dtype, fp8_e5m2, cache_dtype, fp8_e4m3",
    "num_gpu_blocks_override, 512, num_gpu_blocks_override, None",
    "swap_space_gb, 8, swap_space, 4",
  })
  void aLabelThatContradictsTheConfigurationVoidsAll(
      String key, String stated, String label, String seen) {
    assertThat(told(key, stated, Map.of(label, seen)).voids("knob_not_applied"))
        .isEqualTo(Family.labels(Family.ALL));
  }

  @ParameterizedTest
  @CsvSource({
    "block_size, 128, block_size, 128",
    "gpu_memory_utilization, 0.90, gpu_memory_utilization, 0.9",
    "enable_prefix_caching, true, enable_prefix_caching, True",
    "kv_cache_dtype, auto, cache_dtype, fp8",
    "kv_cache_dtype, fp8, cache_dtype, fp8_e4m3",
    "kv_cache_memory_bytes, 1G, kv_cache_memory_bytes, 1073741824",
    "max_num_seqs, 16, block_size, 32",
    "block_size, 16, num_gpu_blocks, 8000",
  })
  void aLabelThatAgreesOrIsMissingDoesNot(String key, String stated, String label, String seen) {
    assertThat(told(key, stated, Map.of(label, seen)).codes()).doesNotContain("knob_not_applied");
  }

  @Test
  void numbersAndTruthValuesOfTheConfigurationCountAsTheirTexts() {
    Judged run = told("enable_prefix_caching", false, Map.of("enable_prefix_caching", "True"));
    assertThat(run.reason("knob_not_applied").orElseThrow().evidence())
        .containsEntry("enable_prefix_caching_stated", 0.0)
        .containsEntry("enable_prefix_caching_server", 1.0);
    assertThat(told("block_size", 16, Map.of("block_size", "16")).codes())
        .doesNotContain("knob_not_applied");
  }

  @Test
  void oneEngineThatContradictsIsEnough() {
    ServerConfig config = ServerConfig.of(Map.of("block_size", 16));
    Judged run =
        Judged.run(
            Contexts.on(LOAD, new ServerFacts(config, null)),
            slots(),
            List.of(
                sample(0).cacheConfig(Map.of("block_size", "16")).build(),
                sample(0).engine("1").cacheConfig(Map.of("block_size", "32")).build()));
    assertThat(run.codes()).contains("knob_not_applied");
  }

  @Test
  void anUnknownConfigurationIsContradictedByNothing() {
    Judged run =
        Judged.run(
            Contexts.of(LOAD),
            slots(),
            List.of(sample(0).cacheConfig(Map.of("block_size", "16")).build()));
    assertThat(run.codes()).doesNotContain("knob_not_applied");
  }
}
