package dev.sweepline.simulator.engine;

/**
 * What one engine is set to.
 *
 * @param maxNumSeqs sequences in a step at most
 * @param maxNumBatchedTokens tokens in a step at most
 * @param blockSize tokens that a KV block holds
 * @param blocks KV blocks of the engine
 */
public record EngineSettings(
    int maxNumSeqs,
    int maxNumBatchedTokens,
    int blockSize,
    int blocks,
    PrefixCaching prefixCaching,
    Prefill prefill,
    StepCost cost) {
  /** Whether blocks of equal prompts are shared. */
  public enum PrefixCaching {
    ON,
    OFF
  }

  /** Whether a prompt may be computed over several steps. */
  public enum Prefill {
    CHUNKED,
    WHOLE
  }

  /** Tokens that fit in the KV cache. */
  public long capacityTokens() {
    return (long) blocks * blockSize;
  }

  int blocksFor(int tokens) {
    return (tokens + blockSize - 1) / blockSize;
  }
}
