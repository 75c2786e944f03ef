package dev.sweepline.contract;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code results/<exp_id>/attempts.jsonl}: the start or the end of one repeat.
 *
 * @param attempt of the script, from 1
 * @param repeat which server start, from 1
 * @param event start or end
 * @param at UTC, to the microsecond
 * @param jobId Slurm's; null outside Slurm
 * @param host that runs the script
 * @param nodes of the job, the server's first; null in older files
 * @param exitCode at an end; null at a start
 * @param reason of a failure, one line; null otherwise
 */
public record Attempt(
    String schemaVersion,
    String expId,
    int attempt,
    int repeat,
    Event event,
    Instant at,
    @Nullable String jobId,
    String host,
    @Since(minor = 1) @Nullable List<String> nodes,
    @Nullable Integer exitCode,
    @Nullable String reason) {
  public Attempt {
    Rules.safeName("exp_id", expId);
    Rules.atLeast("attempt", attempt, 1);
    Rules.atLeast("repeat", repeat, 1);
    Rules.hold(
        (exitCode != null) == (event == Event.END),
        "exit_code",
        "must be given exactly at an end",
        exitCode);
    nodes = nodes == null ? null : List.copyOf(nodes);
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** Which end of the attempt. */
  public enum Event {
    START,
    END
  }
}
