package dev.sweepline.contract;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code selftest.json}, beside the experiments of a results folder: how well a host times, and how
 * much load it bears.
 *
 * @param schemaVersion MAJOR.MINOR of the file
 * @param testedAt UTC, to the microsecond
 * @param tool that was tested
 * @param hostId tells whether another run was on the same host
 * @param host it
 * @param threads event loops
 * @param extent how thorough it was
 * @param word what came of it
 * @param ttftErrorUs time to first token, less what the server knows of it
 * @param itlErrorUs mean time between tokens of an answer, off from what the server knows of it
 * @param latenessUs sent after the due time
 * @param loopLagUs a task of an event loop ran after it was due
 * @param ceiling the largest loads that were borne
 * @param steps the loads that were tried, in order
 */
public record SelfTest(
    String schemaVersion,
    Instant testedAt,
    Tool tool,
    String hostId,
    RunSummary.Host host,
    int threads,
    Extent extent,
    Word word,
    Delays ttftErrorUs,
    Delays itlErrorUs,
    Delays latenessUs,
    Delays loopLagUs,
    Ceiling ceiling,
    List<Step> steps) {
  /** How thorough a self test is. */
  public enum Extent {
    QUICK,
    FULL
  }

  /** How far a host can be trusted. */
  public enum Word {
    GOOD,
    FAIR,
    POOR;

    /** As it is written. */
    public String text() {
      return ContractTypes.written(this);
    }
  }

  /** What a step raises. */
  public enum Quantity {
    REQUESTS_PER_S,
    EVENTS_PER_S,
    OPEN_STREAMS
  }

  /** Why a step was too much. */
  public enum Limit {
    /** Requests left too late. */
    LATENESS,
    /** An event loop was busy for most of the time. */
    LOOP_BUSY,
    /** Event loops turned to what had come too late. */
    LOOP_LAG,
    /** What was asked for was not reached. */
    NOT_REACHED,
    /** Requests failed. */
    FAILURES,
    /** The simulated server was busy for all of the time: the client may bear more. */
    SERVER,
    /** The limit of open files allows no more. */
    OPEN_FILES
  }

  /**
   * One load that was tried.
   *
   * @param quantity what is raised
   * @param asked of it
   * @param reached of it
   * @param latenessP99Us sent after the due time; null where nothing is due
   * @param loopLagP90Us a task of an event loop ran after it was due
   * @param loopBusy largest busy share of an event loop, 0 to 1
   * @param serverBusy CPU time of the simulated server over wall time; null when unknown
   * @param limit why it was too much; null when it was borne
   */
  public record Step(
      Quantity quantity,
      double asked,
      double reached,
      @Nullable Double latenessP99Us,
      @Nullable Double loopLagP90Us,
      double loopBusy,
      @Nullable Double serverBusy,
      @Nullable Limit limit) {
    public Step {
      Rules.share("loop_busy", loopBusy);
    }
  }

  public SelfTest {
    Rules.notBlank("host_id", hostId);
    Rules.atLeast("threads", threads, 1);
    testedAt = testedAt.truncatedTo(ChronoUnit.MICROS);
    steps = List.copyOf(steps);
  }
}
