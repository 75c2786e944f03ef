package dev.sweepline.generator.sweep;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Limits that an answer must keep, in milliseconds; null for no limit.
 *
 * @param ttft until the first token
 * @param tpot for each further token
 * @param e2e until the last token
 */
public record SweepSlo(@Nullable Double ttft, @Nullable Double tpot, @Nullable Double e2e) {
  public SweepSlo {
    if (Stream.of(limit(ttft), limit(tpot), limit(e2e)).anyMatch(ms -> !(ms > 0))) {
      throw new IllegalArgumentException("limits must be milliseconds above 0");
    }
    if (ttft == null && tpot == null && e2e == null) {
      throw new IllegalArgumentException("must have a limit: ttft, tpot or e2e");
    }
  }

  private static double limit(@Nullable Double given) {
    return given == null ? 1 : given;
  }

  /** As the option of the report takes it. */
  @Override
  public String toString() {
    return Stream.of(text("ttft", ttft), text("tpot", tpot), text("e2e", e2e))
        .filter(Objects::nonNull)
        .collect(joining(","));
  }

  private static @Nullable String text(String name, @Nullable Double limit) {
    return limit == null
        ? null
        : name + "=" + BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
  }
}
