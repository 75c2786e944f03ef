package dev.sweepline.analytics.read;

import java.util.List;

/**
 * When the original launched its requests. It stores no times of day; but it launched them evenly,
 * and its total time is the end of the last one to finish. So request i started at {@code i × gap},
 * where the gap is the largest that lets no request end behind the total time.
 *
 * @param gapS seconds between launches
 */
record LaunchSpacing(double gapS) {
  private static final double MICROS = 1e6;

  static LaunchSpacing solve(List<OriginalRequest> requests, double totalTimeS) {
    double gap = Double.POSITIVE_INFINITY;
    for (int i = 1; i < requests.size(); i++) {
      gap = Math.min(gap, (totalTimeS - requests.get(i).endToEndS()) / i);
    }
    return new LaunchSpacing(Double.isFinite(gap) ? Math.max(0, gap) : 0);
  }

  /** Launch of a request, microseconds since the first. */
  long launchUs(int index) {
    return micros(index * gapS);
  }

  /** Seconds as whole microseconds, half up. */
  static long micros(double seconds) {
    return Math.round(seconds * MICROS);
  }
}
