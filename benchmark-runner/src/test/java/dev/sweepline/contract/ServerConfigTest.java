package dev.sweepline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerConfigTest {
  private static final ServerConfig PLAIN =
      config("{\"model\": \"m\", \"nodes\": 2, \"gpus_per_node\": 8, \"max_num_seqs\": 64}");

  @Test
  void olderNamesAreTheSameExperiment() {
    assertThat(
            config(
                    "{\"model_path\": \"m\", \"num_nodes\": 2, \"gpus_per_node\": 8,"
                        + " \"max-num-seqs\": 64}")
                .experimentId())
        .isEqualTo(PLAIN.experimentId());
  }

  @Test
  void theOrderOfKeysIsKeptButMakesNoExperiment() {
    ServerConfig turned =
        config("{\"max_num_seqs\": 64, \"gpus_per_node\": 8, \"nodes\": 2, \"model\": \"m\"}");
    assertThat(turned.values().keySet())
        .containsExactly("max_num_seqs", "gpus_per_node", "nodes", "model");
    assertThat(turned.experimentId()).isEqualTo(PLAIN.experimentId());
  }

  @Test
  void extraArgsCountLikeAnyKey() {
    assertThat(
            config(
                    "{\"model\": \"m\", \"nodes\": 2, \"gpus_per_node\": 8,"
                        + " \"extra_args\": {\"--max-num-seqs\": 64}}")
                .experimentId())
        .isEqualTo(PLAIN.experimentId());
  }

  @Test
  void namesForPeopleMakeNoExperiment() {
    assertThat(PLAIN.with("name", "a").with("phase", "b").with("description", "c").experimentId())
        .isEqualTo(PLAIN.experimentId());
  }

  @Test
  void equalNumbersAreEqualHoweverTheyAreWritten() {
    assertThat(PLAIN.with("gpu_memory_utilization", 0.90).experimentId())
        .isEqualTo(
            config(
                    "{\"model\": \"m\", \"nodes\": 2.0, \"gpus_per_node\": 8,"
                        + " \"max_num_seqs\": 64, \"gpu_memory_utilization\": 0.9}")
                .experimentId());
  }

  @Test
  void eachSettingMakesAnExperiment() {
    assertThat(PLAIN.with("enable_eplb", false).experimentId())
        .isNotEqualTo(PLAIN.experimentId())
        .isNotEqualTo(PLAIN.with("enable_eplb", true).experimentId())
        .isNotEqualTo(PLAIN.with("enable_eplb", "false").experimentId())
        .matches("exp_[0-9a-f]{12}");
  }

  @Test
  void aNullIsNotStated() {
    assertThat(PLAIN.with("dtype", null).experimentId()).isEqualTo(PLAIN.experimentId());
    assertThat(PLAIN.with("dtype", null).value("dtype")).isNull();
  }

  @Test
  void aValueIsFoundByAnyOfItsNames() {
    assertThat(PLAIN.text("model_path")).isEqualTo("m");
    assertThat(PLAIN.integer("num_nodes")).isEqualTo(2);
    assertThat(PLAIN.integer("model")).isNull();
    assertThat(PLAIN.text("nodes")).isNull();
  }

  @Test
  void gpusAreCountedOverAllNodes() {
    assertThat(PLAIN.gpus()).isEqualTo(16);
    assertThat(PLAIN.without("num_nodes").gpus()).isNull();
  }

  @Test
  void settingAKeyReplacesItUnderAnyName() {
    assertThat(config("{\"model_path\": \"old\", \"x\": 1}").with("model", "new").values())
        .containsExactly(Map.entry("model", "new"), Map.entry("x", 1));
    assertThat(
            config("{\"extra_args\": {\"max-num-seqs\": 1, \"y\": 2}}")
                .with("max_num_seqs", 9)
                .toJson())
        .containsExactly(Map.entry("max_num_seqs", 9), Map.entry("extra_args", Map.of("y", 2)));
  }

  @Test
  void aKeyThatIsStatedTwiceIsRefused() {
    assertThatThrownBy(() -> config("{\"model\": \"a\", \"model_path\": \"b\"}"))
        .hasMessage("f:1: model_path: must be stated once, under one name, got: model");
    assertThatThrownBy(() -> config("{\"dtype\": \"a\", \"extra_args\": {\"--dtype\": \"a\"}}"))
        .hasMessage("f:1: extra_args.--dtype: must be stated once, under one name, got: dtype");
  }

  @Test
  void aValueIsNoListAndNoObject() {
    assertThatThrownBy(() -> config("{\"sizes\": [1, 2]}"))
        .hasMessage(
            "f:1: sizes: must be a string, a finite number, true, false or null, got: [1, 2]");
  }

  @Test
  void extraArgsAreAnObject() {
    assertThatThrownBy(() -> config("{\"extra_args\": \"--x\"}"))
        .hasMessage("f:1: extra_args: must be an object, got: --x");
  }

  @Test
  void laterChangesOfTheMapDoNotReachTheConfiguration() {
    Map<String, Object> keys = new HashMap<>(Map.of("model", "m"));
    ServerConfig config = ServerConfig.of(keys);
    keys.put("model", "other");
    assertThat(config.text("model")).isEqualTo("m");
  }

  @Test
  void numbersOfCodeAndOfFilesAreTheSame() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("a", 5L);
    keys.put("b", 0.5f);
    keys.put("c", 5_000_000_000L);
    assertThat(ServerConfig.of(keys))
        .isEqualTo(config("{\"a\": 5, \"b\": 0.5, \"c\": 5000000000}"));
  }

  @Test
  void aKeyBecomesItsOptionWithDashes() {
    assertThat(ConfigKey.of("max_num_seqs").flag()).isEqualTo("--max-num-seqs");
    assertThat(ConfigKey.of("--max-num-seqs").name()).isEqualTo("max_num_seqs");
    assertThat(ConfigKey.of("eplb_window_size").flag()).isEqualTo("--eplb-config.window_size");
  }

  @Test
  void onlySettingsHaveOptions() {
    for (String key : List.of("name", "phase", "model", "nodes", "gpus_per_node")) {
      assertThat(ConfigKey.of(key).flag()).as(key).isNull();
    }
  }

  @Test
  void anOlderNameBecomesTheOptionThatItMeant() {
    assertThat(ConfigKey.of("swap_space_gb").name()).isEqualTo("swap_space");
    assertThat(ConfigKey.of("swap_space_gb").flag()).isEqualTo("--swap-space");
  }

  @Test
  void aKeyThatNoServerTookStaysPartOfTheIdentity() {
    ServerConfig config = config("{\"model\": \"m\", \"num_replicas\": 8}");
    assertThat(ConfigKey.of("num_replicas").flag()).isNull();
    assertThat(config.identity()).containsEntry("num_replicas", 8);
  }

  private static ServerConfig config(String json) {
    return ContractJson.document(ServerConfig.class, "f", json);
  }
}
