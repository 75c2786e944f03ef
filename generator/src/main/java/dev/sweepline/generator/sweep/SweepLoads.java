package dev.sweepline.generator.sweep;

import dev.sweepline.contract.Plan;
import dev.sweepline.generator.plan.LoadPoints;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The loads of a sweep, as they are written.
 *
 * @param requestRate requests per second of open loops, numbers or {@code inf}
 * @param concurrency slots of closed loops
 * @param maxPrompts requests of each load; null for the whole dataset
 */
public record SweepLoads(
    @Nullable List<String> requestRate,
    @Nullable List<Integer> concurrency,
    @Nullable Integer maxPrompts) {
  public SweepLoads {
    if (requestRate == null && concurrency == null) {
      throw new IllegalArgumentException("must have request_rate or concurrency");
    }
    points(requestRate, concurrency, maxPrompts);
  }

  private static List<Plan.LoadPoint> points(
      @Nullable List<String> rates, @Nullable List<Integer> slots, @Nullable Integer maxPrompts) {
    return LoadPoints.of(
        rates == null ? List.of() : rates, slots == null ? List.of() : slots, maxPrompts);
  }

  /**
   * As load points of a plan.
   *
   * @param prompts requests of each, instead of what is written; null for that
   */
  public List<Plan.LoadPoint> points(@Nullable Integer prompts) {
    return points(requestRate, concurrency, prompts == null ? maxPrompts : prompts);
  }
}
