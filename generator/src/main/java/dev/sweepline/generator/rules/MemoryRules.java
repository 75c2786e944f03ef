package dev.sweepline.generator.rules;

import dev.sweepline.generator.model.Gpu;
import dev.sweepline.generator.model.ModelFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether weights and cache fit, and in which numbers the cache is kept. */
final class MemoryRules {
  private static final String SHARE = "gpu_memory_utilization";
  private static final String CACHE = "kv_cache_dtype";
  private static final double HIGH_SHARE = 0.95;

  static final List<Rule> ALL =
      List.of(
          Rule.error("memory_share", SHARE, MemoryRules::share),
          Rule.warning("memory_share_high", SHARE, MemoryRules::highShare),
          Rule.error("cache_of_fp8_model", CACHE, MemoryRules::fp8Model),
          Rule.warning("cache_e5m2", CACHE, MemoryRules::e5m2),
          Rule.error("cache_numbers", CACHE, MemoryRules::numbers),
          Rule.error("memory", null, MemoryRules::full),
          Rule.warning("memory_tight", null, MemoryRules::tight));

  private MemoryRules() {}

  private static @Nullable String share(Deployment it) {
    Double share = it.number(SHARE);
    return share != null && !(share > 0 && share <= 1)
        ? "must be above 0 and at most 1, got: " + share
        : null;
  }

  private static @Nullable String highShare(Deployment it) {
    Double share = it.number(SHARE);
    return share != null && share > HIGH_SHARE && share <= 1
        ? "%s leaves little for CUDA graphs and the network; above %s servers tend to run out of"
                .formatted(share, HIGH_SHARE)
            + " memory"
        : null;
  }

  private static boolean isE5m2(Deployment it) {
    return it.text(CACHE).equals("fp8_e5m2");
  }

  private static @Nullable String fp8Model(Deployment it) {
    ModelFacts model = it.context().model();
    return isE5m2(it) && model != null && model.quantization().equals("fp8")
        ? "fp8_e5m2 does not go with the FP8 weights of %s; take fp8".formatted(model.name())
        : null;
  }

  private static @Nullable String e5m2(Deployment it) {
    return isE5m2(it)
        ? "few attention backends take fp8_e5m2, and it is coarser than fp8; take fp8"
        : null;
  }

  private static @Nullable String numbers(Deployment it) {
    Gpu gpu = it.context().gpu();
    Gpu.Precision asked = CacheNumbers.of(it.text(CACHE)).precision();
    return gpu != null && !isE5m2(it) && !gpu.computesWith(asked)
        ? "%s needs %s numbers, which a %s does not compute with; take auto"
            .formatted(it.text(CACHE), asked, gpu.name())
        : null;
  }

  private static @Nullable String full(Deployment it) {
    MemoryEstimate estimate = MemoryEstimate.of(it);
    return estimate != null && !estimate.fits()
        ? "a GPU cannot hold it: %s; spread it over more GPUs, lower max_model_len, or raise %s"
            .formatted(estimate, SHARE)
        : null;
  }

  private static @Nullable String tight(Deployment it) {
    MemoryEstimate estimate = MemoryEstimate.of(it);
    return estimate != null && estimate.fits() && estimate.isTight()
        ? "a GPU can hardly hold it: " + estimate
        : null;
  }
}
