package dev.sweepline.generator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.profile.ClusterProfile;
import dev.sweepline.generator.profile.ProfileText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopologyTest {
  private static ClusterProfile profile(String launch) {
    return ProfileText.read("name: p\nlaunch: %s\nserve: [vllm, serve]\n".formatted(launch));
  }

  private static ServerConfig config(
      int nodes, int tensor, int pipeline, int data, Map<String, Object> more) {
    Map<String, Object> settings = new LinkedHashMap<>(more);
    settings.put("model", "m");
    settings.put("nodes", nodes);
    settings.put("gpus_per_node", 8);
    settings.put("tensor_parallel_size", tensor);
    settings.put("pipeline_parallel_size", pipeline);
    settings.put("data_parallel_size", data);
    return ServerConfig.of(settings);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 8, 1, 1, ONE_NODE, 1, 0",
    "1, 1, 1, 8, ONE_NODE, 1, 0",
    "2, 8, 2, 1, MULTI_NODE, 2, 0",
    "4, 8, 2, 1, MULTI_NODE, 2, 0",
    "4, 8, 1, 1, ONE_NODE, 1, 0",
    "4, 1, 1, 32, DATA_PARALLEL, 4, 8",
    "8, 8, 1, 8, DATA_PARALLEL, 8, 1"
  })
  void theModeFollowsFromTheSizes(
      int nodes, int tensor, int pipeline, int data, LaunchMode mode, int processes, int local) {
    assertThat(Topology.of(config(nodes, tensor, pipeline, data, Map.of()), profile("slurm")))
        .isEqualTo(new Topology(mode, nodes, processes, 1, local));
  }

  @Test
  void aHybridServerAnswersOnEveryNode() {
    Map<String, Object> hybrid = Map.of("data_parallel_hybrid_lb", true);

    assertThat(Topology.of(config(4, 8, 1, 4, hybrid), profile("slurm")))
        .isEqualTo(new Topology(LaunchMode.HYBRID, 4, 4, 4, 1));
  }

  @Test
  void rayIsUsedWhereTheConfigurationAsks() {
    Map<String, Object> ray = Map.of("distributed_executor_backend", "ray");

    assertThat(Topology.of(config(2, 8, 2, 1, ray), profile("slurm")))
        .isEqualTo(new Topology(LaunchMode.RAY, 2, 1, 1, 0));
  }

  @Test
  void theConfigurationIsAboveTheProfile() {
    Map<String, Object> processes = Map.of("distributed_executor_backend", "mp");

    assertThat(Topology.of(config(2, 8, 2, 1, processes), profile("slurm\nexecutor: ray")).mode())
        .isEqualTo(LaunchMode.MULTI_NODE);
  }

  @ParameterizedTest
  @CsvSource({"local", "simulator"})
  void withoutSlurmThereIsOneNode(String launch) {
    assertThat(Topology.of(config(8, 8, 1, 8, Map.of()), profile(launch)))
        .isEqualTo(new Topology(LaunchMode.ONE_NODE, 1, 1, 1, 0));
  }

  @Test
  void ranksOfSeveralNodesAreLeftToRay() {
    assertThat(Topology.obstacle(config(4, 8, 2, 2, Map.of()), profile("slurm")))
        .hasValueSatisfying(it -> assertThat(it).contains("2 data-parallel ranks", "ray"));
  }

  @Test
  void ranksThatDoNotSpreadEvenlyAreRefused() {
    assertThat(Topology.obstacle(config(4, 1, 1, 6, Map.of()), profile("slurm")))
        .hasValue("6 data-parallel ranks do not spread evenly over 4 nodes");
  }
}
