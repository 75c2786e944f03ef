package dev.sweepline.contract;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code results/<exp_id>/status.json}: the present state of an experiment.
 *
 * @param jobId Slurm's; null outside Slurm
 * @param host that runs the script
 * @param nodes of the job, the server's first; null in older files
 * @param serverUrl while the server is up; null otherwise
 * @param repeat that is going on or ended last
 * @param attempt of the script, from 1
 * @param updatedAt UTC, to the microsecond
 * @param exitCode of the last repeat; null while it goes on
 * @param reason of a failure, one line; null otherwise
 */
public record Status(
    String schemaVersion,
    String expId,
    State state,
    @Nullable String jobId,
    String host,
    @Since(minor = 1) @Nullable List<String> nodes,
    @Nullable String serverUrl,
    int repeat,
    int attempt,
    Instant updatedAt,
    @Nullable Integer exitCode,
    @Nullable String reason) {
  public Status {
    Rules.safeName("exp_id", expId);
    Rules.atLeast("repeat", repeat, 1);
    Rules.atLeast("attempt", attempt, 1);
    nodes = nodes == null ? null : List.copyOf(nodes);
    updatedAt = updatedAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** Where an experiment stands. */
  public enum State {
    /** The server is loading. */
    STARTING,
    /** Load is on. */
    RUNNING,
    DONE,
    FAILED,
    INTERRUPTED
  }
}
