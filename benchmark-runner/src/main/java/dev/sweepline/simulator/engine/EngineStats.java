package dev.sweepline.simulator.engine;

/**
 * The figures of an engine: three gauges, then counters since its start.
 *
 * @param kvCacheUsage 0 to 1
 * @param promptTokens of prompts that are computed
 * @param cachedPromptTokens those of them that the prefix cache had
 * @param prefixCacheQueries tokens looked up
 * @param prefixCacheHits tokens found
 */
public record EngineStats(
    int running,
    int waiting,
    double kvCacheUsage,
    long preemptions,
    long promptTokens,
    long cachedPromptTokens,
    long generationTokens,
    long prefixCacheQueries,
    long prefixCacheHits) {
  /** Prompt tokens that were computed here. */
  public long computedPromptTokens() {
    return promptTokens - cachedPromptTokens;
  }

  /** With counters that began at other figures of the same engine. */
  public EngineStats since(EngineStats begin) {
    return new EngineStats(
        running,
        waiting,
        kvCacheUsage,
        preemptions - begin.preemptions,
        promptTokens - begin.promptTokens,
        cachedPromptTokens - begin.cachedPromptTokens,
        generationTokens - begin.generationTokens,
        prefixCacheQueries - begin.prefixCacheQueries,
        prefixCacheHits - begin.prefixCacheHits);
  }
}
