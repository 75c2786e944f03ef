package dev.sweepline.runner.selftest;

import dev.sweepline.contract.Ceiling;
import dev.sweepline.contract.Delays;
import dev.sweepline.contract.SelfTest.Word;

/**
 * How large the errors of a host may be, microseconds at the 99th percentile.
 *
 * @param word for one that keeps within all of them
 */
record Grade(Word word, double ttftErrorUs, double itlErrorUs, double latenessUs) {
  static final Grade GOOD = new Grade(Word.GOOD, 1_000, 500, 1_000);
  static final Grade FAIR = new Grade(Word.FAIR, 5_000, 2_000, 5_000);

  /** The best that holds; poor when a kind of load could not be borne at all. */
  static Word word(Delays ttftError, Delays itlError, Delays lateness, Ceiling ceiling) {
    boolean bearsNothing =
        ceiling.requestsPerS() == 0 || ceiling.eventsPerS() == 0 || ceiling.openStreams() == 0;
    if (bearsNothing || !FAIR.holds(ttftError, itlError, lateness)) {
      return Word.POOR;
    }
    return GOOD.holds(ttftError, itlError, lateness) ? Word.GOOD : Word.FAIR;
  }

  private boolean holds(Delays ttftError, Delays itlError, Delays lateness) {
    return ttftError.p99() <= ttftErrorUs
        && itlError.p99() <= itlErrorUs
        && lateness.p99() <= latenessUs;
  }
}
