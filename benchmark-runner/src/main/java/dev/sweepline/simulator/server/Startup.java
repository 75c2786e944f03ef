package dev.sweepline.simulator.server;

import java.time.Duration;

/**
 * How a server starts.
 *
 * @param time from listening to its end, with 503 for every request
 */
public record Startup(Duration time, End end) {
  /** How the start ends. */
  public enum End {
    /** Requests are answered. */
    READY,
    /** The process dies. */
    CRASH
  }
}
