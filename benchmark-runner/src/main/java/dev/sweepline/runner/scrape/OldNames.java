package dev.sweepline.runner.scrape;

import java.util.List;

/** What vLLM's metrics were called before. */
final class OldNames {
  private record Rename(String old, String present) {}

  private static final List<Rename> RENAMES =
      List.of(
          new Rename("vllm:gpu_cache_usage_perc", "vllm:kv_cache_usage_perc"),
          new Rename("vllm:gpu_prefix_cache_queries_total", "vllm:prefix_cache_queries_total"),
          new Rename("vllm:gpu_prefix_cache_hits_total", "vllm:prefix_cache_hits_total"));

  private OldNames() {}

  static List<String> of(String present) {
    return RENAMES.stream()
        .filter(rename -> rename.present.equals(present))
        .map(Rename::old)
        .toList();
  }
}
