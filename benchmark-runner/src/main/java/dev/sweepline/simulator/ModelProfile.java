package dev.sweepline.simulator;

import dev.sweepline.simulator.engine.EngineSettings;
import dev.sweepline.simulator.engine.EngineSettings.Prefill;
import dev.sweepline.simulator.engine.EngineSettings.PrefixCaching;
import dev.sweepline.simulator.engine.StepCost;

/**
 * A model on eight GPUs, as far as times and memory go: shaped like a large one, small enough that
 * its limits show in a run of seconds.
 *
 * @param memoryGib of all GPUs of an engine
 * @param weightsGib what the weights and activations take of it
 * @param kvGibPerToken what a token's keys and values take at full precision
 * @param cost of a step
 */
record ModelProfile(double memoryGib, double weightsGib, double kvGibPerToken, StepCost cost) {
  /**
   * A step of one sequence takes 6.1 ms and one of 32 takes 9.2 ms, so that a batch four times as
   * wide gives three times the tokens; a prompt of 1,000 tokens takes 26 ms. The default memory
   * share leaves room for about 70,000 tokens.
   */
  static final ModelProfile EIGHT_GPUS =
      new ModelProfile(640, 400, 176.0 / (1 << 16), new StepCost(6e6, 1e5, 2e4));

  private static final int FP8_SHRINKS_BY = 2;

  /** KV blocks of an engine; 0 or less where the weights leave none. */
  int blocks(ServeOptions options) {
    double gib = options.gpuMemoryUtilization * memoryGib - weightsGib;
    double tokens =
        gib / kvGibPerToken * (options.kvCacheDtype.startsWith("fp8") ? FP8_SHRINKS_BY : 1);
    return (int) Math.floor(tokens / options.blockSize);
  }

  EngineSettings engine(ServeOptions options, double factor) {
    return new EngineSettings(
        options.maxNumSeqs,
        options.maxNumBatchedTokens,
        options.blockSize,
        blocks(options),
        options.prefixCaching ? PrefixCaching.ON : PrefixCaching.OFF,
        options.chunkedPrefill ? Prefill.CHUNKED : Prefill.WHOLE,
        cost.times(factor));
  }
}
