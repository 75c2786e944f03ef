package dev.sweepline.measure.simulated;

import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.TokenSource;

/**
 * How a request that the simulation served ends.
 *
 * @param outcome what becomes of it
 * @param source where its number of tokens comes from
 * @param toldShare the tokens that usage tells, as a share of those that were streamed
 */
record Answer(Outcome outcome, TokenSource source, double toldShare) {
  static Answer of(Outcome outcome) {
    return new Answer(outcome, TokenSource.USAGE, 1);
  }

  /** A success whose usage tells another number of tokens. */
  static Answer telling(double share) {
    return new Answer(Outcome.OK, TokenSource.USAGE, share);
  }

  /** A success without usage. */
  static Answer counted() {
    return new Answer(Outcome.OK, TokenSource.EVENTS, 1);
  }
}
