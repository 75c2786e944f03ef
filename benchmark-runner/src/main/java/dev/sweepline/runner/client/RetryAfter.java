package dev.sweepline.runner.client;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How long to wait before a refused request is sent again (RFC 9110, 10.2.3). */
final class RetryAfter {
  private static final long FIRST_NS = TimeUnit.SECONDS.toNanos(1);
  private static final int MOST_DOUBLINGS = 3;

  private RetryAfter() {}

  /**
   * What the server asks for; where it asks for nothing, 1, 2, 4, then 8 seconds.
   *
   * @param header seconds or a date; null when there is none
   * @param retries before this one
   * @param now that a date is counted from
   * @return nanoseconds, at least 0
   */
  static long delayNs(@Nullable String header, int retries, Instant now) {
    if (header != null && header.matches("\\d{1,9}")) {
      return TimeUnit.SECONDS.toNanos(Long.parseLong(header));
    }
    if (header != null) {
      try {
        Instant asked =
            ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        return Math.max(0, TimeUnit.MILLISECONDS.toNanos(Duration.between(now, asked).toMillis()));
      } catch (DateTimeException neither) {
        return backOff(retries);
      }
    }
    return backOff(retries);
  }

  private static long backOff(int retries) {
    return FIRST_NS << Math.min(retries, MOST_DOUBLINGS);
  }
}
