package dev.sweepline.contract;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code submissions.jsonl}: one server start that is announced or that Slurm has taken,
 * or the job that aggregates. Lines are only ever added; the last one of a start counts.
 *
 * @param submission random, of one call of {@code sbatch}; the job's name ends with its first eight
 *     letters
 * @param expId null for the job that aggregates
 * @param repeat which server start, from 1; null for the job that aggregates
 * @param jobId Slurm's, an array's own for its tasks; null when only announced
 * @param task of the array, from 0; null when the job is none
 * @param at UTC, to the microsecond
 */
public record Submission(
    String schemaVersion,
    String submission,
    @Nullable String expId,
    @Nullable Integer repeat,
    @Nullable String jobId,
    @Nullable Integer task,
    Instant at) {
  public Submission {
    Rules.notBlank("submission", submission);
    Rules.hold(
        (expId == null) == (repeat == null), "repeat", "must be given exactly with exp_id", repeat);
    if (expId != null) {
      Rules.safeName("exp_id", expId);
    }
    Rules.atLeast("repeat", repeat, 1);
    Rules.atLeast("task", task, 0);
    Rules.hold(task == null || jobId != null, "task", "must be null without job_id", task);
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** The job as Slurm names it: {@code 4711} or {@code 4711_3}; null when only announced. */
  public @Nullable String job() {
    return task == null ? jobId : jobId + "_" + task;
  }
}
