package dev.sweepline.measure;

import dev.sweepline.contract.Load;
import dev.sweepline.measure.verdict.ClientFacts;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run besides its requests.
 *
 * @param load what was asked for
 * @param measuredFrom the clock that the records have
 * @param ending how the run ended
 * @param durationS stated by a foreign file; null to take it from the requests
 * @param server what is known of the server
 * @param client what the load generator knows of itself
 * @param yardstick for goodput and verdict
 */
public record RunContext(
    Load load,
    MeasuredFrom measuredFrom,
    Ending ending,
    @Nullable Double durationS,
    ServerFacts server,
    ClientFacts client,
    Yardstick yardstick) {
  /** How a run ended. */
  public enum Ending {
    /** With a summary, or a foreign file that claims to be whole. */
    FINISHED,
    /** Renamed to its final name, but without a summary. */
    SUMMARY_MISSING,
    /** Stopped by a signal, or its writer is gone. */
    INTERRUPTED
  }
}
