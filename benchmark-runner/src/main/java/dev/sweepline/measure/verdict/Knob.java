package dev.sweepline.measure.verdict;

import dev.sweepline.contract.ServerConfig;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A setting that the server repeats as a label of its {@code cache_config_info}.
 *
 * @param key of the configuration
 * @param label of the server; it writes its values as Python does
 */
record Knob(String key, String label) {
  /** As far as vLLM 0.9 to 0.32 label the value that they were given. */
  static final List<Knob> ALL =
      List.of(
          new Knob("block_size", "block_size"),
          new Knob("gpu_memory_utilization", "gpu_memory_utilization"),
          new Knob("enable_prefix_caching", "enable_prefix_caching"),
          new Knob("prefix_caching_hash_algo", "prefix_caching_hash_algo"),
          new Knob("kv_cache_dtype", "cache_dtype"),
          new Knob("kv_cache_memory_bytes", "kv_cache_memory_bytes"),
          new Knob("num_gpu_blocks_override", "num_gpu_blocks_override"),
          new Knob("swap_space", "swap_space"),
          new Knob("cpu_offload_gb", "cpu_offload_gb"),
          new Knob("kv_offloading_size", "kv_offloading_size"),
          new Knob("kv_offloading_backend", "kv_offloading_backend"),
          new Knob("calculate_kv_scales", "calculate_kv_scales"),
          new Knob("mamba_cache_dtype", "mamba_cache_dtype"),
          new Knob("mamba_ssm_cache_dtype", "mamba_ssm_cache_dtype"));

  /** The values that contradict each other; none when the server does not repeat the setting. */
  Numbers contradiction(ServerConfig config, Map<String, String> labels) {
    KnobValue stated = value(config.value(key));
    KnobValue seen = value(labels.get(label));
    return stated == null || seen == null || stated.isLeftToServer() || stated.agrees(seen)
        ? Numbers.NONE
        : numbers(stated, seen);
  }

  private static @Nullable KnobValue value(@Nullable Object value) {
    return value == null ? null : KnobValue.of(value);
  }

  private Numbers numbers(KnobValue stated, KnobValue seen) {
    Numbers numbers =
        Numbers.of(key + "_stated", stated.number()).and(key + "_server", seen.number());
    return numbers.isEmpty() ? Numbers.of(key + "_differs", 1) : numbers;
  }
}
