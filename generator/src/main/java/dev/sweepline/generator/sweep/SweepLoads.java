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
    requestRate = requestRate == null ? List.of() : List.copyOf(requestRate);
    concurrency = concurrency == null ? List.of() : List.copyOf(concurrency);
    LoadPoints.of(requestRate, concurrency, maxPrompts);
  }

  /** As load points of a plan. */
  public List<Plan.LoadPoint> points() {
    return LoadPoints.of(
        requestRate == null ? List.of() : requestRate,
        concurrency == null ? List.of() : concurrency,
        maxPrompts);
  }
}
