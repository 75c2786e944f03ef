package dev.sweepline.contract;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The first line of {@code requests_<run>.jsonl}: all that describes the run, so that one that was
 * killed is fully described.
 *
 * @param schemaVersion MAJOR.MINOR of the file
 * @param runUid random, the run's identity everywhere
 * @param expId see {@link ServerConfig#experimentId()}
 * @param run see {@link RunName}
 * @param startedAt UTC, to the microsecond
 * @param monotonicNsAtStart the monotonic clock at {@code startedAt}; request times count from it
 * @param load what was asked for
 * @param dataset what was sent
 * @param config what the server was told
 * @param tool what wrote this
 */
public record RunHeader(
    String schemaVersion,
    String runUid,
    String expId,
    String run,
    Instant startedAt,
    long monotonicNsAtStart,
    Load load,
    DatasetRef dataset,
    ServerConfig config,
    Tool tool) {
  public RunHeader {
    Rules.notBlank("run_uid", runUid);
    Rules.safeName("exp_id", expId);
    RunName.parse(run);
    startedAt = startedAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** The parts of {@link #run}. */
  public RunName runName() {
    return RunName.parse(run);
  }
}
