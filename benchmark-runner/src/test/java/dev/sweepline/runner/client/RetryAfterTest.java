package dev.sweepline.runner.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "0, 0, 0",
        "17, 5, 17",
        "'Fri, 2 Jan 2026 03:04:35 GMT', 0, 30",
        "'Fri, 2 Jan 2026 03:04:00 GMT', 0, 0",
        "-, 0, 1",
        "-, 1, 2",
        "-, 9, 8",
        "soon, 2, 4",
        "-3, 0, 1"
      })
  void theServersWishCounts(@Nullable String header, int retries, long seconds) {
    assertThat(RetryAfter.delayNs(header, retries, NOW))
        .isEqualTo(Duration.ofSeconds(seconds).toNanos());
  }
}
