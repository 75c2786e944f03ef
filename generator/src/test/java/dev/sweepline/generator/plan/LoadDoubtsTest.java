package dev.sweepline.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.DatasetRef;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.contract.Tool;
import dev.sweepline.generator.dataset.DatasetFile;
import dev.sweepline.generator.profile.ProfileText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoadDoubtsTest {
  private static final Map<String, Object> PLAIN =
      Map.of("model", "m", "enable_prefix_caching", false);

  private static Map<String, Object> with(Object... pairs) {
    Map<String, Object> config = new TreeMap<>(PLAIN);
    for (int i = 0; i < pairs.length; i += 2) {
      config.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return config;
  }

  private static List<String> doubts(
      int prompts,
      @Nullable Integer longest,
      List<String> rates,
      List<Integer> concurrencies,
      List<Map<String, Object>> configs) {
    DatasetFile dataset =
        new DatasetFile(
            Path.of("/d.jsonl"), new DatasetRef("d", "0".repeat(64), prompts, null), longest);
    List<ConfigFile> files =
        configs.stream()
            .map(
                config ->
                    new ConfigFile(
                        Path.of("c.json"), config.toString(), null, ServerConfig.of(config)))
            .toList();
    Planner planner =
        new Planner(
            ProfileText.read("name: t\nlaunch: local\nserve: [vllm, serve]\n"),
            null,
            dataset,
            LoadPoints.of(rates, concurrencies, null),
            1);
    Planner.Origin origin = new Planner.Origin(Instant.EPOCH, new Tool("sweepline", "1", "17"));
    return LoadDoubts.of(planner.plan(files, origin), dataset);
  }

  @Test
  void anOrdinaryPlanRaisesNone() {
    assertThat(
            doubts(
                100,
                4096,
                List.of("5"),
                List.of(),
                List.of(with("max_model_len", 4096), with("seed", 1))))
        .isEmpty();
  }

  @Test
  void requestsThatDoNotFitTheContextAreNamed() {
    assertThat(doubts(500, 5000, List.of("5"), List.of(), List.of(with("max_model_len", 4096))))
        .singleElement()
        .asString()
        .contains("max_model_len: 4096", "5000 tokens");
  }

  @Test
  void levelsThatNoLoadReachesAreNamed() {
    assertThat(
            doubts(
                500,
                null,
                List.of(),
                List.of(64),
                List.of(
                    with("max_num_seqs", 32), with("max_num_seqs", 64), with("max_num_seqs", 128))))
        .singleElement()
        .asString()
        .startsWith("max_num_seqs: [64, 128] cannot differ with 64 requests at once");
  }

  @Test
  void anOpenLoadMayReachAnyLevel() {
    assertThat(
            doubts(
                500,
                null,
                List.of("inf"),
                List.of(),
                List.of(with("max_num_seqs", 64), with("max_num_seqs", 128))))
        .isEmpty();
  }

  @Test
  void fewRequestsMakeNoPercentile() {
    assertThat(doubts(99, null, List.of("5"), List.of(), List.of(PLAIN)))
        .singleElement()
        .asString()
        .startsWith("99 requests are too few");
  }

  @Test
  void aSecondLoadPointFindsTheCacheWarm() {
    assertThat(doubts(500, null, List.of("5", "10"), List.of(), List.of(Map.of("model", "m"))))
        .singleElement()
        .asString()
        .contains("enable_prefix_caching");
  }
}
