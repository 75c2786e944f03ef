package dev.sweepline.generator.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.ServerConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServeOptionsTest {
  private static List<String> arguments(Map<String, Object> settings) {
    Map<String, Object> config = new LinkedHashMap<>(settings);
    config.put("model_path", "org/model");
    List<String> all = new ServeOptions(ServerConfig.of(Map.copyOf(config))).arguments();
    assertThat(all.get(0)).isEqualTo("org/model");
    return all.subList(1, all.size());
  }

  @Test
  void aSwitchIsWrittenEitherWay() {
    assertThat(arguments(Map.of("enable_a", true, "enable_b", false)))
        .containsExactly("--enable-a", "--no-enable-b");
  }

  @Test
  void aSwitchWithoutANegativeFormIsLeftOutWhenOff() {
    assertThat(arguments(Map.of("disable_log_stats", false))).isEmpty();
  }

  @Test
  void valuesFollowTheirOption() {
    assertThat(arguments(Map.of("gpu_memory_utilization", 0.9, "max_num_seqs", 128)))
        .containsExactly("--gpu-memory-utilization", "0.9", "--max-num-seqs", "128");
  }

  @Test
  void aNumberIsWrittenWithoutAnExponentWhereItCanBe() {
    assertThat(arguments(Map.of("a", 10.0, "b", 1e10, "c", 0.001)))
        .containsExactly("--a", "10", "--b", "10000000000", "--c", "0.001");
  }

  @Test
  void aValueWithALeadingDashIsJoinedToItsOption() {
    assertThat(arguments(Map.of("a", "-x"))).containsExactly("--a=-x");
  }

  @Test
  void topologyAndLabelsAreNoOptions() {
    assertThat(arguments(Map.of("num_nodes", 1, "gpus_per_node", 8, "name", "n", "phase", "p")))
        .isEmpty();
  }

  @Test
  void aKeyThatIsGoneFromVllmIsNoOption() {
    assertThat(arguments(Map.of("swap_space_gb", 20))).isEmpty();
  }

  @Test
  void extraArgumentsAreOptionsLikeAnyOther() {
    assertThat(arguments(Map.of("extra_args", Map.of("compilation_config", "{\"level\": 3}"))))
        .containsExactly("--compilation-config", "{\"level\": 3}");
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
