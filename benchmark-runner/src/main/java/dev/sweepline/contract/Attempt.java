package dev.sweepline.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code results/<exp_id>/attempts.jsonl}: the start or the end of one repeat.
 *
 * @param attempt of the script, from 1
 * @param jobId Slurm's; null outside Slurm
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
    @Nullable Integer exitCode,
    @Nullable String reason) {
  /** Which end of the attempt. */
  public enum Event {
    START,
    END
  }
}
