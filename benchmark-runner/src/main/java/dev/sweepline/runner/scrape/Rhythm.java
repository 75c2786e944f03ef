package dev.sweepline.runner.scrape;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.RequestRate;
import java.util.concurrent.TimeUnit;

/**
 * How often samples are taken: a twentieth of the expected run, but no rarer than asked for, and no
 * oftener than 20 times a second unless asked for. A run is expected to last at least as long as it
 * already has, so the samples of one whose end nobody knows begin close and grow apart.
 *
 * @param longestS time from sample to sample that was asked for, seconds
 * @param expectedS length of the run, seconds; 0 when it is not known
 */
public record Rhythm(double longestS, double expectedS) {
  private static final double SHARE = 1.0 / 20;
  private static final double SHORTEST_S = 0.05;
  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  /** The time doubles with each failure in a row, up to 16 times. */
  private static final int MOST_DOUBLINGS = 4;

  /** For a load whose duration or schedule may tell how long it lasts at least. */
  public static Rhythm of(double longestS, Load load) {
    return new Rhythm(longestS, expectedS(load));
  }

  private static double expectedS(Load load) {
    Double durationS = load.durationS() == null ? load.rampS() : load.durationS();
    if (durationS != null) {
      return durationS;
    }
    RequestRate rate = load.rate();
    Integer requests = load.requests();
    return rate == null || requests == null ? 0 : requests / rate.perSecond();
  }

  /**
   * Nanoseconds to the next sample: what is left of the time between samples, and no less than the
   * last one took, so that a slow server is not asked all the time.
   *
   * @param elapsedNs since the first sample
   * @param tookNs the last sample
   * @param failures in a row until now
   */
  long pauseNs(long elapsedNs, long tookNs, int failures) {
    double lastsS = Math.max(expectedS, elapsedNs / NANOS_PER_SECOND);
    double betweenS = Math.min(longestS, Math.max(SHORTEST_S, lastsS * SHARE));
    long betweenNs = Math.round(betweenS * NANOS_PER_SECOND) << Math.min(failures, MOST_DOUBLINGS);
    return Math.max(betweenNs - tookNs, tookNs);
  }
}
