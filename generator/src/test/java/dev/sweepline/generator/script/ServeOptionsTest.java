package dev.sweepline.generator.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.catalogue.FlagCatalogue;
import dev.sweepline.generator.catalogue.VllmVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServeOptionsTest {
  private static List<String> arguments(Map<String, Object> settings) {
    return arguments(settings, "0.32");
  }

  private static List<String> arguments(Map<String, Object> settings, String version) {
    Map<String, Object> config = new LinkedHashMap<>(settings);
    config.put("model_path", "org/model");
    List<String> all =
        new ServeOptions(
                ServerConfig.of(Map.copyOf(config)), FlagCatalogue.of(VllmVersion.parse(version)))
            .arguments();
    assertThat(all.get(0)).isEqualTo("org/model");
    return all.subList(1, all.size());
  }

  @Test
  void aSwitchIsWrittenEitherWay() {
    assertThat(arguments(Map.of("enable_dbo", true, "enable_eplb", false)))
        .containsExactly("--enable-dbo", "--no-enable-eplb");
  }

  @Test
  void aSwitchWithoutANegativeFormIsLeftOutWhenOff() {
    assertThat(arguments(Map.of("disable_log_stats", false))).isEmpty();
    assertThat(arguments(Map.of("disable_log_stats", true))).containsExactly("--disable-log-stats");
  }

  @Test
  void valuesFollowTheirOption() {
    assertThat(arguments(Map.of("gpu_memory_utilization", 0.9, "max_num_seqs", 128)))
        .containsExactly("--gpu-memory-utilization", "0.9", "--max-num-seqs", "128");
  }

  @Test
  void aNumberIsWrittenWithoutAnExponentWhereItCanBe() {
    assertThat(
            arguments(Map.of("cpu_offload_gb", 10.0, "kv_cache_memory_bytes", 1e10, "seed", 7.0)))
        .containsExactly(
            "--cpu-offload-gb", "10", "--kv-cache-memory-bytes", "10000000000", "--seed", "7");
  }

  @Test
  void aValueWithALeadingDashIsJoinedToItsOption() {
    assertThat(arguments(Map.of("api_key", "-x"))).containsExactly("--api-key=-x");
  }

  @Test
  void topologyAndLabelsAreNoOptions() {
    assertThat(arguments(Map.of("num_nodes", 1, "gpus_per_node", 8, "name", "n", "phase", "p")))
        .isEmpty();
  }

  @Test
  void aKeyThatIsGoneFromTheVersionIsNoOption() {
    assertThat(arguments(Map.of("swap_space_gb", 20, "max_num_partial_prefills", 2))).isEmpty();
    assertThat(arguments(Map.of("max_num_partial_prefills", 2), "0.26"))
        .containsExactly("--max-num-partial-prefills", "2");
  }

  @Test
  void extraArgumentsAreOptionsLikeAnyOther() {
    assertThat(arguments(Map.of("extra_args", Map.of("compilation_config", "{\"level\": 3}"))))
        .containsExactly("--compilation-config", "{\"level\": 3}");
  }

  @Test
  void anAbbreviatedKeyIsWrittenInFull() {
    assertThat(arguments(Map.of("max_num_seq", 4))).containsExactly("--max-num-seqs", "4");
  }

  @Test
  void expertLoadBalancingGoesIntoItsConfigObject() {
    assertThat(arguments(Map.of("eplb_window_size", 500)))
        .containsExactly("--eplb-config.window_size", "500");
  }

  @Test
  void aKeyThatCannotBeAnOptionIsRefused() {
    assertThatThrownBy(() -> arguments(Map.of("a b;id", 1)))
        .hasMessage("a b;id: cannot be the name of an option of vllm serve");
  }
}
