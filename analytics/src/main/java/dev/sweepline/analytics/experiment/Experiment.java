package dev.sweepline.analytics.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an experiment.
 *
 * @param names of all configurations that turned out to be this one; none without a plan
 * @param phases that asked for it; none without a plan
 * @param planned load points of all its repeats; null without a plan
 * @param done load points with a finished run, whatever its verdict; the planned ones where there
 *     is a plan
 * @param missing planned load points without one, {@code <slug>-r<repeat>}; null without a plan
 * @param starts of its job script's repeats; null when nothing tells
 * @param reason of its state, one line; null when there is none to give
 * @param jobId Slurm's; null when nothing tells
 * @param nodes of the last job; null when nothing tells
 * @param superseded ids of runs whose place a later attempt took
 */
public record Experiment(
    String expId,
    List<String> names,
    List<String> phases,
    State state,
    @Nullable Integer planned,
    int done,
    @Nullable List<String> missing,
    @Nullable Integer starts,
    @Nullable String reason,
    @Nullable String jobId,
    @Nullable List<String> nodes,
    List<String> superseded) {
  public Experiment {
    names = List.copyOf(names);
    phases = List.copyOf(phases);
    missing = missing == null ? null : List.copyOf(missing);
    nodes = nodes == null ? null : List.copyOf(nodes);
    superseded = List.copyOf(superseded);
  }

  /** Where it stands. */
  public enum State {
    /** Its script says that it goes on. */
    RUNNING,
    /** Its script failed or was interrupted, and not every load point has a usable run. */
    FAILED,
    /** Some load points have a finished run. */
    PARTIAL,
    /** Nothing is there. */
    MISSING,
    /** Every load point has a finished run. */
    DONE
  }
}
