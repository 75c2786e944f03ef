package dev.sweepline.simulator.fault;

import java.time.Duration;

/**
 * How bad the faults are that have a degree.
 *
 * @param stall how long a stalled answer stands still; zero for until the client leaves
 * @param slowHead how much later a slow head comes
 * @param tokensPerEvent where several tokens come in an event
 */
public record Severity(Duration stall, Duration slowHead, int tokensPerEvent) {
  /** For a stall without end. */
  public static final Severity DEFAULT = new Severity(Duration.ZERO, Duration.ofMillis(200), 3);
}
