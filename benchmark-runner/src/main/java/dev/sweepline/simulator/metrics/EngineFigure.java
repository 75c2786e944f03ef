package dev.sweepline.simulator.metrics;

import dev.sweepline.simulator.engine.EngineStats;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The figures that a scheduler has, one sample an engine; adding one is one line. */
enum EngineFigure {
  RUNNING("num_requests_running", "gauge", EngineStats::running),
  WAITING("num_requests_waiting", "gauge", EngineStats::waiting),
  KV_CACHE_USAGE("kv_cache_usage_perc", "gauge", EngineStats::kvCacheUsage),
  PREEMPTIONS("num_preemptions", "counter", EngineStats::preemptions),
  PROMPT_TOKENS("prompt_tokens", "counter", EngineStats::promptTokens),
  COMPUTED(
      "prompt_tokens_by_source",
      "counter",
      stats -> stats.promptTokens() - stats.cachedPromptTokens(),
      Map.of("source", "local_compute")),
  CACHED(
      "prompt_tokens_by_source",
      "counter",
      EngineStats::cachedPromptTokens,
      Map.of("source", "local_cache_hit")),
  TRANSFERRED(
      "prompt_tokens_by_source", "counter", stats -> 0, Map.of("source", "external_kv_transfer")),
  PROMPT_TOKENS_CACHED("prompt_tokens_cached", "counter", EngineStats::cachedPromptTokens),
  GENERATION_TOKENS("generation_tokens", "counter", EngineStats::generationTokens),
  PREFIX_QUERIES("prefix_cache_queries", "counter", EngineStats::prefixCacheQueries),
  PREFIX_HITS("prefix_cache_hits", "counter", EngineStats::prefixCacheHits);

  private final String base;
  private final String type;
  private final ToDoubleFunction<EngineStats> value;
  private final Map<String, String> labels;

  EngineFigure(String base, String type, ToDoubleFunction<EngineStats> value) {
    this(base, type, value, Map.of());
  }

  EngineFigure(
      String base, String type, ToDoubleFunction<EngineStats> value, Map<String, String> labels) {
    this.base = "vllm:" + base;
    this.type = type;
    this.value = value;
    this.labels = labels;
  }

  /** Figures of one base belong to one family. */
  String base() {
    return base;
  }

  boolean counter() {
    return type.equals("counter");
  }

  double of(EngineStats stats) {
    return value.applyAsDouble(stats);
  }

  Map<String, String> labels() {
    return labels;
  }
}
