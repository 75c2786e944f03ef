package dev.sweepline.generator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.catalogue.VllmVersion;
import dev.sweepline.generator.finding.Finding;
import dev.sweepline.generator.model.Gpu;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The 32 configurations of the original: 31 of one server with a tensor-parallel rank on each
 * single-GPU node, and a quick test that spreads the experts of a dense model over 64 GPUs.
 */
class OriginalConfigsTest {
  private static final Set<Integer> WITH_REPLICAS =
      IntStream.rangeClosed(0, 15).boxed().collect(Collectors.toSet());
  private static final Set<Integer> WITH_E5M2 = Set.of(9, 10, 15);
  private static final Set<Integer> TENSOR_OF_ONE = Set.of(25, 28, 29, 30);

  private Path configs = Path.of("");

  @BeforeEach
  void findConfigs() {
    Path shared = Path.of(System.getProperty("sweepline.root")).resolveSibling("shared");
    Assumptions.assumeTrue(Files.isDirectory(shared), "reference data beside the checkout");
    configs = shared.resolve("data/seed-configs");
  }

  private Map<String, Set<String>> codes(String version, String gpu) {
    ValidationReport report =
        new Validation(FlagCatalogue.of(VllmVersion.parse(version)), null, Gpu.named(gpu))
            .of(List.of(configs));
    Map<String, Set<String>> codes = new TreeMap<>();
    report
        .findings()
        .forEach(
            (file, findings) ->
                codes.put(
                    String.valueOf(Path.of(file).getFileName()),
                    findings.stream()
                        .map(OriginalConfigsTest::shown)
                        .collect(Collectors.toCollection(TreeSet::new))));
    return codes;
  }

  private static String shown(Finding finding) {
    return "%s %s %s".formatted(finding.level(), finding.code(), finding.key());
  }

  @Test
  void eachGetsItsErrorsAndWarningsByName() {
    Map<String, Set<String>> codes = codes("0.32", "H200");

    assertThat(codes).hasSize(32);
    codes.forEach(
        (file, found) ->
            assertThat(found)
                .as(file)
                .containsExactlyInAnyOrderElementsOf(
                    file.equals("quick_test.json") ? quickTest() : focused(number(file))));
  }

  private static int number(String file) {
    return Integer.parseInt(file.replaceAll("config_(\\d+)_.*", "$1"));
  }

  private static Set<String> quickTest() {
    return Set.of(
        "WARNING removed_option max_num_partial_prefills",
        "WARNING removed_option max_seq_len_to_capture",
        "WARNING removed_option num_scheduler_steps",
        "WARNING removed_option swap_space",
        "ERROR backend_gone all2all_backend",
        "ERROR experts_of_dense_model enable_expert_parallel",
        "ERROR ray_data_parallel distributed_executor_backend");
  }

  /** The AWQ weights are about 180 GB: too many for one H200, not for two. */
  private static Set<String> focused(int number) {
    Stream<String> ofAll =
        Stream.of(
            "WARNING removed_option max_num_partial_prefills",
            "WARNING removed_option swap_space",
            "WARNING inert_key all2all_backend");
    Set<String> expected = ofAll.collect(Collectors.toCollection(TreeSet::new));
    if (WITH_REPLICAS.contains(number)) {
      expected.add("WARNING unused_key num_replicas");
    }
    if (WITH_E5M2.contains(number)) {
      expected.add("WARNING cache_e5m2 kv_cache_dtype");
    }
    if (!TENSOR_OF_ONE.contains(number)) {
      expected.add("WARNING tensor_parallel_network tensor_parallel_size");
    }
    if (number == 25) {
      expected.add("ERROR memory null");
    }
    return expected;
  }

  @Test
  void anOlderServerStillTakesPartialPrefills() {
    assertThat(codes("0.26", "H200").values())
        .allSatisfy(
            found ->
                assertThat(found)
                    .doesNotContain("WARNING removed_option max_num_partial_prefills"));
  }
}
