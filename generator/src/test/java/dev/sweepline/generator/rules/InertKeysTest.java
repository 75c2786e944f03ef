package dev.sweepline.generator.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InertKeysTest {
  private static Set<String> kept(Map<String, Object> settings) {
    return InertKeys.fold(ServerConfig.of(settings)).identity().keySet();
  }

  @Test
  void settingsOfLoadBalancingGoWhenItIsOff() {
    assertThat(
            kept(
                Map.of(
                    "enable_eplb",
                    false,
                    "eplb_window_size",
                    500,
                    "eplb_num_redundant_experts",
                    16,
                    "extra_args",
                    Map.of("eplb_config.policy", "default"))))
        .containsExactly("enable_eplb");
  }

  @Test
  void theyStayWhenItIsOn() {
    assertThat(kept(Map.of("enable_eplb", true, "eplb_window_size", 500)))
        .containsExactly("enable_eplb", "eplb_window_size");
  }

  @Test
  void aBackendOfExpertsNeedsExpertsAndRanks() {
    assertThat(kept(Map.of("all2all_backend", "naive", "data_parallel_size", 8)))
        .containsExactly("data_parallel_size");
    assertThat(kept(Map.of("all2all_backend", "naive", "enable_expert_parallel", true)))
        .containsExactly("enable_expert_parallel");
    assertThat(
            kept(
                Map.of(
                    "all2all_backend",
                    "naive",
                    "enable_expert_parallel",
                    true,
                    "data_parallel_size",
                    2)))
        .contains("all2all_backend");
  }

  @Test
  void thresholdsOfChunksGoWithTheChunks() {
    assertThat(kept(Map.of("enable_chunked_prefill", false, "max_num_partial_prefills", 4)))
        .containsExactly("enable_chunked_prefill");
    assertThat(kept(Map.of("max_num_partial_prefills", 4)))
        .containsExactly("max_num_partial_prefills");
  }

  @Test
  void equalExperimentsGetOneId() {
    ServerConfig one = ServerConfig.of(Map.of("enable_eplb", false, "eplb_window_size", 500));
    ServerConfig other = ServerConfig.of(Map.of("enable_eplb", false, "eplb_window_size", 900));
    assertThat(InertKeys.fold(one).experimentId()).isEqualTo(InertKeys.fold(other).experimentId());
  }

  @Test
  void eachSaysWhy() {
    List<Finding> findings =
        InertKeys.check(
            ServerConfig.of(Map.of("kv_cache_memory_bytes", 1, "gpu_memory_utilization", 0.9)));
    assertThat(findings)
        .containsExactly(
            Finding.warning(
                "inert_key",
                "gpu_memory_utilization",
                "has no effect: kv_cache_memory_bytes decides"));
  }
}
