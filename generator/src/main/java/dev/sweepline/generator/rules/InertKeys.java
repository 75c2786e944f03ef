package dev.sweepline.generator.rules;

import dev.sweepline.contract.ServerConfig;
import dev.sweepline.generator.catalogue.VllmVersion;
import dev.sweepline.generator.finding.Finding;
import java.util.List;
import java.util.function.Predicate;

/** Settings without effect beside the others. */
public final class InertKeys {
  /** Whether a setting has an effect depends on the other settings alone. */
  private static final Context NOTHING = Context.of(new VllmVersion(0, 0, 0));

  private static final List<Group> GROUPS =
      List.of(
          new Group(
              "expert load balancing is off", it -> !it.on(Deployment.BALANCING), List.of("eplb_")),
          new Group(
              "experts are not spread (enable_expert_parallel)",
              it -> !it.on(Deployment.EXPERTS),
              List.of(Deployment.BACKEND, "expert_placement_strategy", "enable_ep_weight_filter")),
          new Group(
              "there is one data-parallel rank",
              it -> it.data() == 1,
              List.of(Deployment.BACKEND, "data_parallel_backend")),
          new Group(
              "prefill is not chunked",
              it -> it.off(Deployment.CHUNKED),
              List.of(
                  "max_num_partial_prefills",
                  "max_long_partial_prefills",
                  "long_prefill_token_threshold")),
          new Group(
              "prefix caching is off",
              it -> it.off("enable_prefix_caching"),
              List.of("prefix_caching_hash_algo", "prefix_cache_retention_interval")),
          new Group(
              "kv_cache_memory_bytes decides",
              it -> it.states("kv_cache_memory_bytes"),
              List.of("gpu_memory_utilization")),
          new Group(
              "dual batches are off (enable_dbo)",
              it -> !it.on("enable_dbo"),
              List.of("dbo_decode_token_threshold", "dbo_prefill_token_threshold")),
          new Group(
              "there are no adapters (enable_lora)",
              it -> !it.on("enable_lora"),
              List.of("max_loras", "max_lora_rank", "max_cpu_loras", "lora_dtype")));

  /**
   * Settings that one other makes meaningless.
   *
   * @param reason why they have no effect
   * @param condition when they have none
   * @param keys of which one that ends with an underscore stands for all with this beginning
   */
  private record Group(String reason, Predicate<Deployment> condition, List<String> keys) {
    boolean covers(String key) {
      return keys.stream().anyMatch(it -> it.endsWith("_") ? key.startsWith(it) : key.equals(it));
    }
  }

  private InertKeys() {}

  /** A configuration without them, so that equal experiments look equal. */
  public static ServerConfig fold(ServerConfig config) {
    ServerConfig folded = config;
    for (Finding inert : check(config)) {
      folded = folded.without(String.valueOf(inert.key()));
    }
    return folded;
  }

  /** A warning for each of them. */
  public static List<Finding> check(ServerConfig config) {
    Deployment deployment = Deployment.of(config, NOTHING);
    List<Group> groups =
        GROUPS.stream().filter(group -> group.condition().test(deployment)).toList();
    return deployment.settings().keySet().stream()
        .flatMap(
            key ->
                groups.stream()
                    .filter(group -> group.covers(key))
                    .limit(1)
                    .map(group -> finding(key, group)))
        .toList();
  }

  private static Finding finding(String key, Group group) {
    return Finding.warning("inert_key", key, "has no effect: " + group.reason());
  }
}
