package dev.sweepline.simulator.metrics;

import dev.sweepline.simulator.engine.EngineStats;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A figure that a scheduler has, one sample an engine.
 *
 * @param base name without a counter's ending; figures of one base are one family
 * @param labels besides engine and model
 */
record EngineFigure(
    String base, Type type, ToDoubleFunction<EngineStats> value, Map<String, String> labels) {
  /** How the figure moves. */
  enum Type {
    GAUGE,
    COUNTER
  }

  /** All, those of one family together. */
  static final List<EngineFigure> ALL =
      List.of(
          gauge("num_requests_running", EngineStats::running),
          gauge("num_requests_waiting", EngineStats::waiting),
          gauge("kv_cache_usage_perc", EngineStats::kvCacheUsage),
          counter("num_preemptions", EngineStats::preemptions),
          counter("prompt_tokens", EngineStats::promptTokens),
          bySource("local_compute", EngineStats::computedPromptTokens),
          bySource("local_cache_hit", EngineStats::cachedPromptTokens),
          bySource("external_kv_transfer", stats -> 0),
          counter("prompt_tokens_cached", EngineStats::cachedPromptTokens),
          counter("generation_tokens", EngineStats::generationTokens),
          counter("prefix_cache_queries", EngineStats::prefixCacheQueries),
          counter("prefix_cache_hits", EngineStats::prefixCacheHits));

  EngineFigure {
    base = "vllm:" + base;
    labels = Map.copyOf(labels);
  }

  private static EngineFigure gauge(String base, ToDoubleFunction<EngineStats> value) {
    return new EngineFigure(base, Type.GAUGE, value, Map.of());
  }

  private static EngineFigure counter(String base, ToDoubleFunction<EngineStats> value) {
    return new EngineFigure(base, Type.COUNTER, value, Map.of());
  }

  private static EngineFigure bySource(String source, ToDoubleFunction<EngineStats> value) {
    return new EngineFigure(
        "prompt_tokens_by_source", Type.COUNTER, value, Map.of("source", source));
  }

  boolean counter() {
    return type == Type.COUNTER;
  }
}
