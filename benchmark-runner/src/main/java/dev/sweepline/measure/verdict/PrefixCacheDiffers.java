package dev.sweepline.measure.verdict;

import java.util.Optional;

/** Prompts that were to be new were known to the server. */
final class PrefixCacheDiffers implements Rule {
  private final double hitRate;

  PrefixCacheDiffers(Limits limits) {
    hitRate = limits.of("prefix_cache_differs.hit_rate", 0.05);
  }

  @Override
  public Guide guide() {
    return new Guide(
        "prefix_cache_differs",
        "nothing (note)",
        "`prom_prefix_hit_rate` of a load whose prompts each begin with a text of their own"
            + " (`--unique-prefix`). A comparison looks at it, too: it says so when the runs of two"
            + " values differ in it by more than 10 percentage points.",
        "More than %s of the prompt tokens came from the prefix cache."
            .formatted(Wording.percent(hitRate)),
        "A prompt that is in the cache costs next to nothing, so the run did less work than was"
            + " planned, and less than the one that it is compared with.",
        "Look for an earlier run of the same prompts on this server, or a proxy that takes the"
            + " prefix off; use another seed, or start the server anew.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    double seen = run.server().prefixHitRate();
    return Boolean.TRUE.equals(run.load().uniquePrefix()) && seen > hitRate
        ? Optional.of(Finding.note(Numbers.of("prefix_hit_rate", seen)))
        : Optional.empty();
  }
}
