package dev.sweepline.runner.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;

/** A moment in a CSV: seconds, or a date and time with or without an offset. */
final class TraceTime {
  private static final int NANO_DIGITS = 9;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final DateTimeFormatter DATE_AND_TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][ ]")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter();

  private TraceTime() {}

  /**
   * Nanoseconds since the epoch, or since what the seconds count from.
   *
   * @throws IllegalArgumentException when it is neither form
   */
  static long nanos(String text) {
    try {
      return text.matches("-?\\d+(\\.\\d+)?")
          ? new BigDecimal(text)
              .movePointRight(NANO_DIGITS)
              .setScale(0, RoundingMode.HALF_UP)
              .longValueExact()
          : nanos(instant(text));
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("must be seconds or a date and time, got: " + text, e);
    }
  }

  private static long nanos(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
  }

  /** Without an offset any one will do: only differences count. */
  private static Instant instant(String text) {
    TemporalAccessor parsed =
        DATE_AND_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return parsed instanceof OffsetDateTime withOffset
        ? withOffset.toInstant()
        : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
  }
}
