package dev.sweepline.analytics.experiment;

import dev.sweepline.analytics.experiment.Experiment.State;
import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what became of one experiment. */
record Outcome(Progress progress, ExperimentRuns runs) {
  /**
   * @param plan null when no plan has it
   */
  Experiment of(String expId, @Nullable PlannedExperiment plan) {
    return plan == null ? unplanned(expId) : planned(expId, plan);
  }

  private Experiment planned(String expId, PlannedExperiment plan) {
    List<PlannedPoint> missing = without(plan, runs.finished());
    int done = plan.points().size() - missing.size();
    boolean allUsable = without(plan, runs.usable()).isEmpty();
    State state = state(plan.points().size(), done, allUsable);
    return new Experiment(
        expId,
        plan.names(),
        plan.phases(),
        state,
        plan.points().size(),
        done,
        missing.stream().map(PlannedPoint::label).toList(),
        progress.starts(),
        reason(state),
        progress.jobId(),
        progress.nodes(),
        runs.superseded());
  }

  /** What was to be done is not known: all runs that count are held for it. */
  private Experiment unplanned(String expId) {
    int all = runs.counting().size();
    int done = runs.finished().size();
    State state = state(all, done, runs.usable().size() == all);
    return new Experiment(
        expId,
        List.of(),
        List.of(),
        state,
        null,
        done,
        null,
        progress.starts(),
        reason(state),
        progress.jobId(),
        progress.nodes(),
        runs.superseded());
  }

  private static List<PlannedPoint> without(PlannedExperiment plan, List<RunRow> rows) {
    return plan.points().stream().filter(point -> rows.stream().noneMatch(point::fits)).toList();
  }

  private State state(int all, int done, boolean allUsable) {
    if (progress.running().isPresent()) {
      return State.RUNNING;
    }
    if (!allUsable && progress.failure().isPresent()) {
      return State.FAILED;
    }
    if (done == all) {
      return State.DONE;
    }
    if (done > 0) {
      return State.PARTIAL;
    }
    return interrupted().isPresent() ? State.FAILED : State.MISSING;
  }

  private @Nullable String reason(State state) {
    return switch (state) {
      case RUNNING -> progress.running().orElse(null);
      case FAILED -> progress.failure().or(this::interrupted).orElse(null);
      case PARTIAL -> interrupted().orElse(null);
      case MISSING, DONE -> null;
    };
  }

  /** Names the runs that stopped before their end. */
  private Optional<String> interrupted() {
    String names =
        runs.counting().stream()
            .filter(row -> !row.isFinished())
            .map(row -> row.text(RunsTable.RUN))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of("stopped before its end: " + names);
  }
}
