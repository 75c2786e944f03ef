package dev.sweepline.generator.rules;

import dev.sweepline.generator.model.Gpu;
import dev.sweepline.generator.model.ModelFacts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one GPU must hold for one sequence of full length. A lower bound: activations, CUDA graphs
 * and communication buffers come on top.
 *
 * @param weights bytes
 * @param cache bytes of that sequence
 * @param tokens its length
 * @param share of the memory that the server may use
 * @param model whose weights they are
 * @param gpu that must hold them
 */
record MemoryEstimate(
    double weights, double cache, long tokens, double share, ModelFacts model, Gpu gpu) {
  private static final double DEFAULT_SHARE = 0.92;
  private static final double TIGHT = 0.9;
  private static final double GB = 1e9;

  /** Null when the model or the GPU is not known. */
  static @Nullable MemoryEstimate of(Deployment it) {
    ModelFacts model = it.context().model();
    Gpu gpu = it.context().gpu();
    if (model == null || gpu == null) {
      return null;
    }
    Long stated = it.size("max_model_len");
    long tokens = stated == null || stated < 1 ? model.contextTokens() : stated;
    Double share = it.number("gpu_memory_utilization");
    return new MemoryEstimate(
        weights(it, model),
        cache(it, model, tokens),
        tokens,
        share == null ? DEFAULT_SHARE : share,
        model,
        gpu);
  }

  /** Experts are spread over all ranks of a stage, everything else over the tensor ranks. */
  private static double weights(Deployment it, ModelFacts model) {
    double copies = model.isDense() ? 1 : 1 + (double) it.redundant() / model.routedExperts();
    double experts = model.expertBytes() * copies / it.expertRanks();
    double others = (double) model.otherBytes() / it.tensor();
    return (experts + others) / it.pipeline();
  }

  private static double cache(Deployment it, ModelFacts model, long tokens) {
    double values = (double) model.kvValuesPerToken() * tokens;
    int shards = Math.min(it.tensor(), model.kvShards()) * it.pipeline();
    return values * CacheNumbers.of(it.text("kv_cache_dtype")).bytes() / shards;
  }

  private double usable() {
    return gpu.memoryBytes() * share;
  }

  boolean fits() {
    return weights + cache <= usable();
  }

  boolean isTight() {
    return weights + cache > TIGHT * usable();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.1f GB of weights (%s: %.0f GB in all) and %.1f GB of cache for %d tokens, %s of %d GB on"
            + " a %s is %.1f GB",
        weights / GB,
        model.name(),
        (model.expertBytes() + model.otherBytes()) / GB,
        cache / GB,
        tokens,
        share,
        Math.round(gpu.memoryBytes() / GB),
        gpu.name(),
        usable() / GB);
  }
}
