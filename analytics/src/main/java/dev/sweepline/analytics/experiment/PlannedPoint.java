package dev.sweepline.analytics.experiment;

import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.contract.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A load point of one server start.
 *
 * @param slug how the load's id begins
 * @param repeat which server start
 * @param datasetSha256 of what is sent
 * @param requests how many are sent
 */
record PlannedPoint(String slug, int repeat, String datasetSha256, int requests) {
  /** All of a plan, start by start. */
  static List<PlannedPoint> of(Plan plan) {
    List<PlannedPoint> points = new ArrayList<>();
    for (int repeat = 1; repeat <= plan.repeats(); repeat++) {
      for (Plan.LoadPoint load : plan.loads()) {
        points.add(
            new PlannedPoint(
                load.rate() == null ? "conc" + load.concurrency() : "rate" + load.rate(),
                repeat,
                plan.dataset().sha256(),
                Objects.requireNonNullElse(load.maxPrompts(), plan.dataset().prompts())));
      }
    }
    return points;
  }

  /** Whether a run is one of this load point. */
  boolean fits(RunRow run) {
    String load = String.valueOf(run.text(RunsTable.LOAD));
    return load.matches("\\Q%s\\E-[0-9a-f]{6}".formatted(slug))
        && is(run.number(RunsTable.REPEAT), repeat)
        && is(run.number(RunsTable.LOAD_REQUESTS), requests)
        && datasetSha256.equals(run.text(RunsTable.DATASET_SHA256));
  }

  private static boolean is(@Nullable Double value, int wanted) {
    return value != null && value == wanted;
  }

  String label() {
    return "%s-r%d".formatted(slug, repeat);
  }
}
