package dev.sweepline.generator.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ConfigKey;
import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.catalogue.VllmVersion;
import dev.sweepline.generator.finding.Finding;
import dev.sweepline.generator.vetting.Vetting;
import dev.sweepline.generator.yaml.Yaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenedTest {
  private static List<Screened> screened(Sweep sweep, String version) {
    return Screened.all(
        sweep, new Vetting(FlagCatalogue.of(VllmVersion.parse(version)), null, null));
  }

  private static List<Screened> phase(String name, String version) {
    return screened(Sweep.phase(name, Overrides.none()), version);
  }

  private static List<Screened> quickTest(String... settings) {
    return screened(Sweep.quickTest(Overrides.parse(List.of(settings))), "0.32");
  }

  private static Sweep example(String name, String... settings) {
    Path file = Path.of(System.getProperty("sweepline.root"), "docs/examples", name);
    return Sweep.of(Yaml.file(SweepFile.class, file), name, Overrides.parse(List.of(settings)));
  }

  /**
   * Counted by hand for 160 experts on 64 GPUs. Expert parallelism: 4 backends, each with load
   * balancing off or 2 · 3 · 3 ways on; refused are pplx (1 + 18), 16 redundant experts (9 for each
   * of the 3 others), and the two DeepEP backends without redundant experts.
   */
  @ParameterizedTest
  @CsvSource({
    "memory_batch, 96, 96, 0",
    "quantization_caching, 6, 6, 0",
    "expert_parallel, 144, 76, 48",
    "chunked_prefill, 17, 15, 4",
    "scheduler, 5, 5, 3",
    "all, 268, 197, 55"
  })
  void theCountsOfAPhaseAreStable(String name, long raw, long distinct, long refused) {
    Counts counts = Counts.of(phase(name, "0.32"));

    assertThat(List.of(counts.raw(), counts.distinct(), counts.refused()))
        .containsExactly(raw, distinct, refused);
  }

  @Test
  void theOriginalSweepHas217PointsOfWhich160AreDifferent() {
    Counts counts = Counts.of(screened(example("original-sweep.yaml"), "0.32"));

    assertThat(counts).isEqualTo(new Counts(217, 160, Map.of("removed_option", 160L)));
  }

  @ParameterizedTest
  @CsvSource({
    "memory_batch, 96, 96",
    "quantization_caching, 4, 4",
    "expert_parallel, 108, 57", // 3 · (1 + 2 · 3 · 3)
    "chunked_prefill, 6, 4", // off, and 3 on
    "scheduler, 3, 3"
  })
  void thePhasesOfTheOriginalHaveTheirPoints(String phase, long raw, long distinct) {
    List<Screened> points =
        screened(example("original-sweep.yaml"), "0.32").stream()
            .filter(it -> it.point().phase().equals(phase))
            .toList();

    assertThat(List.of(Counts.of(points).raw(), Counts.of(points).distinct()))
        .containsExactly(raw, distinct);
  }

  @Test
  void theOriginalSweepRunsAgainWithoutTheOptionsThatAreGone() {
    Sweep alive =
        example(
            "original-sweep.yaml",
            "swap_space_gb=null",
            "max_seq_len_to_capture=null",
            "distributed_executor_backend=null",
            "max_num_partial_prefills=null",
            "num_scheduler_steps=null",
            "all2all_backend=null");

    // The baseline once, 95 + 3 more, load balancing with 32 redundant experts 9 times.
    assertThat(Counts.of(screened(alive, "0.32")).run()).isEqualTo(1 + 95 + 3 + 9);
  }

  @Test
  void anOldVersionKeepsTheLevelsThatItHad() {
    Counts old = Counts.of(phase("chunked_prefill", "0.26"));

    assertThat(old).isEqualTo(new Counts(17, 15, Map.of("batch_below_context", 1L)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.26", "0.27", "0.28", "0.29", "0.32"})
  void everySettingThatRunsIsAnOptionOfItsVersion(String version) {
    FlagCatalogue catalogue = FlagCatalogue.of(VllmVersion.parse(version));

    assertThat(phase("all", version))
        .filteredOn(Screened::runs)
        .flatExtracting(point -> point.config().identity().keySet())
        .filteredOn(key -> ConfigKey.of(key.toString()).role() == ConfigKey.Role.SETTING)
        .isNotEmpty()
        .allSatisfy(key -> assertThat(catalogue.find(key.toString())).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.26", "0.27", "0.28", "0.29", "0.32"})
  void theQuickTestRunsOnEveryVersion(String version) {
    assertThat(screened(Sweep.quickTest(Overrides.none()), version)).allMatch(Screened::runs);
  }

  @Test
  void theBaselineIsAPointOfTheMemoryPhase() {
    assertThat(phase("memory_batch", "0.32"))
        .extracting(Screened::experimentId)
        .contains(quickTest().get(0).experimentId());
  }

  @Test
  void gpusThatDoNotDivideAreRefusedWithTheSizesThatWould() {
    assertThat(quickTest("num_nodes=1", "tensor_parallel_size=3").get(0).refusal())
        .map(Finding::message)
        .hasValue(
            "8 GPUs cannot be split into replicas of 3 (tensor × pipeline parallel size); these"
                + " would do: [1, 2, 4, 8]");
  }

  @Test
  void aLevelThatNothingRunsWithIsListedWithItsReason() {
    Sweep sweep = Sweep.phase("scheduler", Overrides.none());

    assertThat(new SweepReport(sweep.parts(), screened(sweep, "0.32")).dropped())
        .hasSize(3)
        .first()
        .asString()
        .startsWith(
            "dropped: scheduler: num_scheduler_steps=1: removed_option: num_scheduler_steps: ");
  }

  @Test
  void aLevelThatOnlySomePointsAreRefusedForIsNotDropped() {
    Sweep sweep = Sweep.phase("expert_parallel", Overrides.none());

    assertThat(new SweepReport(sweep.parts(), screened(sweep, "0.32")).dropped())
        .extracting(line -> line.split(": ", -1)[2])
        .containsExactly("all2all_backend=pplx", "eplb_num_redundant_experts=16");
  }

  @Test
  void everyPointIsListedAndRepetitionsNameTheFirst() {
    Sweep sweep = example("sweep.yaml");

    assertThat(new SweepReport(sweep.parts(), screened(sweep, "0.32")).listing())
        .hasSize(28)
        .filteredOn(line -> line.contains("  = batch max_num_batched_tokens=8192 max_num_seqs=128"))
        .hasSize(2);
  }
}
