package dev.sweepline.runner.scrape.exposition;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The two text formats; they differ in the unit of a timestamp and in how a page ends. */
public enum Format {
  /** Prometheus 0.0.4: milliseconds, no mark at the end. */
  TEXT(TimeUnit.SECONDS.toMillis(1)),
  /** OpenMetrics 1.0: seconds, and a page that does not end in {@code # EOF} is cut off. */
  OPEN_METRICS(1);

  private static final String OPEN_METRICS_TYPE = "application/openmetrics-text";

  private final double ticksPerSecond;

  Format(double ticksPerSecond) {
    this.ticksPerSecond = ticksPerSecond;
  }

  /**
   * The format that a {@code Content-Type} names.
   *
   * @param contentType null when the server does not say
   */
  public static Format of(@Nullable String contentType) {
    return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(OPEN_METRICS_TYPE)
        ? OPEN_METRICS
        : TEXT;
  }

  double seconds(double timestamp) {
    return timestamp / ticksPerSecond;
  }
}
