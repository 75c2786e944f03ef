package dev.sweepline.simulator.engine;

/** What a scheduler counts. */
final class Counters {
  private long preemptions;
  private long promptTokens;
  private long cachedPromptTokens;
  private long generationTokens;
  private long prefixCacheQueries;
  private long prefixCacheHits;

  void preempted() {
    preemptions++;
  }

  void lookedUp(int tokens, int found) {
    prefixCacheQueries += tokens;
    prefixCacheHits += found;
  }

  void generated(Sequence sequence) {
    generationTokens++;
    if (sequence.generated() == 1) {
      promptTokens += sequence.promptTokens();
      cachedPromptTokens += sequence.cachedTokens();
    }
  }

  EngineStats stats(int running, int waiting, double kvCacheUsage) {
    return new EngineStats(
        running,
        waiting,
        kvCacheUsage,
        preemptions,
        promptTokens,
        cachedPromptTokens,
        generationTokens,
        prefixCacheQueries,
        prefixCacheHits);
  }
}
