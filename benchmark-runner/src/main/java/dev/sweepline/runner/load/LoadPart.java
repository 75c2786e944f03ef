package dev.sweepline.runner.load;

import dev.sweepline.contract.Phase;

/**
 * One phase of a run.
 *
 * @param phase of its requests
 * @param originNs its start on the run's clock
 * @param requests how many, {@link #UNLIMITED} when the duration decides
 * @param durationNs how long requests are sent, {@link Long#MAX_VALUE} when the count decides
 */
record LoadPart(Phase phase, long originNs, int requests, long durationNs) {
  static final int UNLIMITED = Integer.MAX_VALUE;
}
