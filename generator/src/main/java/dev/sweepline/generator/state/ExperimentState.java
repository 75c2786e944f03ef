package dev.sweepline.generator.state;

import dev.sweepline.contract.Plan;
import dev.sweepline.contract.Status;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an experiment stands: where the most urgent of its starts does.
 *
 * @param names that its configuration has
 * @param phases that asked for it
 * @param state of the experiment
 * @param phase of one that runs: starting or running load; null otherwise or when not known
 * @param points of all starts
 * @param job of the start that decides; null without one
 * @param nodes where that runs; null when it does not
 * @param reason of the start that decides; null when there is nothing to say
 * @param serverUrl while the server is up; null otherwise
 * @param lastLogLine null without a log
 */
public record ExperimentState(
    String expId,
    List<String> names,
    List<String> phases,
    State state,
    Status.@Nullable State phase,
    LoadPoints points,
    @Nullable String job,
    @Nullable String nodes,
    @Nullable String reason,
    @Nullable String serverUrl,
    @Nullable String lastLogLine,
    List<StartState> starts) {
  public ExperimentState {
    names = List.copyOf(names);
    phases = List.copyOf(phases);
    starts = List.copyOf(starts);
  }

  /**
   * From its starts.
   *
   * @param status that its script wrote last; null before the first
   */
  static ExperimentState of(
      Plan.Experiment experiment,
      List<StartState> starts,
      @Nullable Status status,
      @Nullable String lastLogLine) {
    StartState decides = starts.stream().min(Comparator.comparing(StartState::state)).orElseThrow();
    LoadPoints points =
        starts.stream().map(StartState::points).reduce(LoadPoints.NONE, LoadPoints::plus);
    State state =
        decides.state() == State.MISSING && !points.areEmpty() ? State.PARTIAL : decides.state();
    Status going = state == State.RUNNING && goesOn(status) ? status : null;
    return new ExperimentState(
        experiment.expId(),
        experiment.aliases(),
        experiment.phases(),
        state,
        going == null ? null : going.state(),
        points,
        decides.job(),
        decides.nodes(),
        decides.reason(),
        going == null ? null : going.serverUrl(),
        lastLogLine,
        starts);
  }

  private static boolean goesOn(@Nullable Status status) {
    return status != null
        && (status.state() == Status.State.STARTING || status.state() == Status.State.RUNNING);
  }
}
