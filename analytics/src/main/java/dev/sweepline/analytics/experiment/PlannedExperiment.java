package dev.sweepline.analytics.experiment;

import dev.sweepline.contract.Plan;
import java.util.List;
import java.util.stream.Stream;

/** An experiment as one plan or several have it. */
record PlannedExperiment(List<String> names, List<String> phases, List<PlannedPoint> points) {
  static PlannedExperiment of(Plan plan, Plan.Experiment experiment) {
    return new PlannedExperiment(experiment.aliases(), experiment.phases(), PlannedPoint.of(plan));
  }

  /** What both ask for. */
  PlannedExperiment and(PlannedExperiment other) {
    return new PlannedExperiment(
        union(names, other.names), union(phases, other.phases), union(points, other.points));
  }

  private static <T> List<T> union(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }
}
