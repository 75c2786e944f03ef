package dev.sweepline.contract;

import java.io.Serializable;

/**
 * The largest loads that a load generator was seen to bear on its host without being late.
 *
 * @param requestsPerS sent and answered
 * @param eventsPerS received, a token each
 * @param openStreams at once, of 4 events a second each
 */
public record Ceiling(double requestsPerS, double eventsPerS, int openStreams)
    implements Serializable {
  public Ceiling {
    Rules.hold(requestsPerS >= 0, "requests_per_s", "must be >= 0", requestsPerS);
    Rules.hold(eventsPerS >= 0, "events_per_s", "must be >= 0", eventsPerS);
    Rules.atLeast("open_streams", openStreams, 0);
  }
}
