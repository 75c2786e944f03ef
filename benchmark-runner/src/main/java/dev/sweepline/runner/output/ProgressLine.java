package dev.sweepline.runner.output;

import dev.sweepline.contract.Load;
import dev.sweepline.runner.output.LiveStats.Snapshot;
import java.util.Locale;

/**
 * The text of the progress line; it fits a terminal of 80 columns. TTFT is the median and the 95 %
 * point of a histogram, so about right.
 */
final class ProgressLine {
  private static final int WIDTH = 79;

  private ProgressLine() {}

  static String of(Load load, Snapshot now, int inFlight, double elapsedS) {
    String done =
        now.ended() == 0 && now.warmups() < load.warmupRequests()
            ? "warm-up %d/%d".formatted(now.warmups(), load.warmupRequests())
            : load.requests() == null
                ? "%d in %.0f/%.0f s".formatted(now.ended(), elapsedS, load.durationS())
                : "%d/%d".formatted(now.ended(), load.requests());
    String asked =
        load.concurrency() != null
            ? "conc " + load.concurrency()
            : load.rate() != null ? "rate " + load.rate() + "/s" : load.slug();
    String line =
        "%s · %s, sent %s/s · %d open · %d failed · TTFT ~%s/%s ms"
            .formatted(
                done,
                asked,
                number(now.sentPerSecond()),
                inFlight,
                now.failed(),
                number(now.ttftP50Ms()),
                number(now.ttftP95Ms()));
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH);
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
  }
}
