package dev.sweepline.contract;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random records that obey every rule. */
final class RequestRecords {
  private final Random random;

  RequestRecords(long seed) {
    this.random = new Random(seed);
  }

  RequestRecord next() {
    Outcome outcome = one(Outcome.values());
    boolean attempted = outcome.isAttempted();
    int events = outcome.isSuccess() ? 1 + below(40) : attempted ? below(3) : 0;
    long scheduled = below(1_000_000_000) * 1000L;
    Long admitted = attempted ? (Long) (scheduled + below(5000)) : null;
    Long sent = admitted == null ? null : (Long) (admitted + below(5000));
    long headers = (sent == null ? scheduled : sent) + below(90_000);
    long first = headers + below(90_000);
    Ints gaps = gaps(events);
    long last = first + gaps.sum();
    boolean tokens = events > 0;
    return new RequestRecord(
        text(),
        below(Integer.MAX_VALUE),
        text(),
        one(Phase.values()),
        "http://" + text(),
        scheduled,
        admitted,
        sent,
        tokens ? (Long) headers : null,
        tokens ? (Long) first : null,
        tokens ? (Long) first : null,
        tokens && random.nextBoolean() ? (Long) last : null,
        tokens ? (Long) last : null,
        last + below(1000),
        orNull(below(100_000)),
        attempted ? (Integer) events : null,
        attempted ? one(TokenSource.values()) : null,
        events,
        orNull(1 + below(4096)),
        random.nextBoolean() ? text() : null,
        gaps,
        random.nextBoolean() ? ones(gaps.size()) : null,
        outcome,
        orNull(200),
        below(3),
        outcome.isSuccess() ? null : text());
  }

  private Ints gaps(int events) {
    int[] gaps = new int[Math.max(0, events - 1)];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = below(50_000);
    }
    return Ints.of(gaps);
  }

  private static Ints ones(int size) {
    int[] ones = new int[size];
    Arrays.fill(ones, 1);
    return Ints.of(ones);
  }

  /** Any characters, control characters and whole surrogate pairs too. */
  private String text() {
    return random
        .ints(below(20), 0, Character.MAX_CODE_POINT + 1)
        .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private @Nullable Integer orNull(int value) {
    return random.nextBoolean() ? (Integer) value : null;
  }

  private int below(int bound) {
    return random.nextInt(bound);
  }

  private <T> T one(T[] values) {
    return values[below(values.length)];
  }
}
