package dev.sweepline.generator.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.ServerConfig;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
  private static Overrides set(String... settings) {
    return Overrides.parse(List.of(settings));
  }

  private static ServerConfig quickTest(String... settings) {
    return Sweep.quickTest(set(settings)).points().get(0).config();
  }

  @ParameterizedTest
  @CsvSource({
    "memory_batch, 96", // 3 · 4 · 4 · 2
    "quantization_caching, 6", // 3 · 2
    "expert_parallel, 144", // 4 · 2 · 2 · 3 · 3
    "chunked_prefill, 17", // 2 · 3 + 2 + 3 · 3
    "scheduler, 5" // 3 + 2
  })
  void aPhaseHoldsTheOriginalsLevelsAndTodays(String phase, int points) {
    assertThat(Sweep.phase(phase, Overrides.none()).points()).hasSize(points);
  }

  @Test
  void memoryBatchHoldsTheQuickTest() {
    assertThat(Sweep.phase("memory_batch", Overrides.none()).points())
        .extracting(point -> point.config().experimentId())
        .contains(quickTest().experimentId());
  }

  @Test
  void everyLevelOfAnAxisOccursEquallyOften() {
    Map<Object, Long> counts =
        Sweep.phase("memory_batch", Overrides.none()).points().stream()
            .collect(
                Collectors.groupingBy(
                    point -> String.valueOf(point.config().value("max_num_seqs")),
                    Collectors.counting()));

    assertThat(counts).isEqualTo(Map.of("64", 24L, "128", 24L, "256", 24L, "512", 24L));
  }

  @Test
  void aSetValueThatIsAnAxisPinsIt() {
    Sweep pinned = Sweep.phase("memory_batch", set("max_num_seqs=100"));

    assertThat(pinned.points())
        .hasSize(24)
        .allSatisfy(point -> assertThat(point.config().integer("max_num_seqs")).isEqualTo(100));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1, 1, 1", "1, 4, 1, 4, 4", "2, 8, 4, 4, 2", "4, 8, 8, 4, 1", "8, 8, 1, 64, 8"})
  void dataParallelRanksUseAllGpus(int nodes, int perNode, int tensor, int ranks, int local) {
    ServerConfig config =
        quickTest(
            "num_nodes=" + nodes, "gpus_per_node=" + perNode, "tensor_parallel_size=" + tensor);

    assertThat(config.integer("data_parallel_size")).isEqualTo(ranks);
    assertThat(config.integer("data_parallel_size_local")).isEqualTo(local);
  }

  @Test
  void aReplicaOverTwoNodesHasNoLocalSize() {
    ServerConfig config = quickTest("num_nodes=2", "gpus_per_node=4", "tensor_parallel_size=8");

    assertThat(config.value("data_parallel_size_local")).isNull();
  }

  @Test
  void aSetDataParallelSizeStays() {
    assertThat(quickTest("num_nodes=1", "data_parallel_size=2").integer("data_parallel_size"))
        .isEqualTo(2);
  }

  @Test
  void theLocalSizeFollowsASizeThatIsSet() {
    assertThat(quickTest("num_nodes=2", "data_parallel_size=4").integer("data_parallel_size_local"))
        .isEqualTo(2);
  }

  @Test
  void valuesAreTypedAsJsonAndElseAreText() {
    ServerConfig config =
        quickTest("a=3", "b=0.5", "c=true", "d=fp8", "e=\"quoted\"", "f={\"level\":3}", "g=1 2");

    assertThat(config.values())
        .containsEntry("a", 3)
        .containsEntry("b", 0.5)
        .containsEntry("c", true)
        .containsEntry("d", "fp8")
        .containsEntry("e", "\"quoted\"")
        .containsEntry("f", "{\"level\":3}")
        .containsEntry("g", "1 2");
  }

  @Test
  void nullTakesAKeyAway() {
    assertThat(quickTest("kv_cache_dtype=null").value("kv_cache_dtype")).isNull();
  }

  @Test
  void anAliasReplacesTheKeyUnderItsWrittenName() {
    assertThat(quickTest("model=other/model").values())
        .containsEntry("model_path", "other/model")
        .doesNotContainKey("model");
  }

  @Test
  void aKeyThatIsGoneFromVllmIsRefused() {
    assertThatThrownBy(() -> set("swap_space_gb=4"))
        .hasMessage(
            "--set swap_space_gb: --swap-space is gone from vLLM since 0.18; see --kv-offloading-size");
  }

  @ParameterizedTest
  @ValueSource(strings = {"novalue", "=5", ""})
  void aSettingWithoutAKeyIsWrongUsage(String setting) {
    assertThatThrownBy(() -> set(setting)).hasMessage("--set %s: must be KEY=VALUE", setting);
  }

  @Test
  void anUnknownPhaseIsAnsweredWithTheNearestFirst() {
    assertThatThrownBy(() -> Sweep.phase("chunked_prefil", Overrides.none()))
        .hasMessage(
            "unknown phase chunked_prefil; known are chunked_prefill, memory_batch,"
                + " quantization_caching, expert_parallel, scheduler and all");
  }
}
