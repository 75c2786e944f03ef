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
 * @param told what a foreign file says of it; null of an own run
 * @param server what is known of the server
 * @param client what the load generator knows of itself
 * @param yardstick for goodput and verdict
 */
public record RunContext(
    Load load,
    MeasuredFrom measuredFrom,
    Ending ending,
    @Nullable Told told,
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
