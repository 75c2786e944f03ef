package dev.sweepline.runner.load;

import dev.sweepline.contract.Phase;

/**
 * One phase of a run.
 *
 * @param phase of its requests
 * @param originNs its start on the run's clock
 * @param requests how many, {@link #UNLIMITED} when the duration decides
 * @param durationNs how long requests are sent, {@link Long#MAX_VALUE} when the count decides
 * @param tail what is done while the last of them are in flight
 */
record LoadPart(Phase phase, long originNs, int requests, long durationNs, Tail tail) {
  static final int UNLIMITED = Integer.MAX_VALUE;

  /** What follows the last request. */
  enum Tail {
    /** Nothing is sent. */
    QUIET,
    /**
     * Requests of {@link Phase#DRAIN} go on in the same shape, until all of the part have ended.
     */
    DRAIN
  }

  boolean drains() {
    return tail == Tail.DRAIN;
  }
}
