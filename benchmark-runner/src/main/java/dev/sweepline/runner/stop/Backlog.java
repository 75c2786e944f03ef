package dev.sweepline.runner.stop;

import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tells from the number of requests in flight that a server gets more than it can serve. The
 * conditions are those of the verdict {@code saturated}, with a wider margin because they are
 * looked at again and again: a backlog that grows passes any margin in the end, a healthy queue
 * that swings does not. Thread-safe.
 */
final class Backlog {
  static final long TICK_MS = 250;

  private static final int LEAST_TICKS = 20;
  private static final int TICKS_IN_A_ROW = 8;
  private static final double SERVED = 0.95;
  private static final double GROWTH_FLOOR = 10;
  private static final double GROWTH_SIGMAS = 5;
  private static final double WINDOW_OF_E2E = 4;
  private static final int FIRST_REQUESTS = 50;

  private final int warmups;
  private final long[] firstE2eUs = new long[FIRST_REQUESTS];
  private int[] ended = new int[LEAST_TICKS];
  private int[] inFlight = new int[LEAST_TICKS];
  private int ticks;
  private int endedNow;
  private int warmupsEnded;
  private int inARow;

  /**
   * @param warmups requests before the measured ones
   */
  Backlog(int warmups) {
    this.warmups = warmups;
    Arrays.fill(firstE2eUs, Long.MAX_VALUE);
  }

  synchronized void add(RequestRecord record) {
    if (record.phase() == Phase.WARMUP) {
      warmupsEnded++;
    } else if (record.phase() == Phase.MEASURE) {
      endedNow++;
      int n = record.index() - warmups;
      if (n >= 0 && n < FIRST_REQUESTS) {
        firstE2eUs[n] = record.endUs() - record.scheduledUs();
      }
    }
  }

  /** A moment has passed; says why to stop, when the backlog grows. */
  synchronized Optional<String> tick(int inFlightNow) {
    if (warmupsEnded < warmups) {
      return Optional.empty();
    }
    if (ticks == ended.length) {
      ended = Arrays.copyOf(ended, 2 * ticks);
      inFlight = Arrays.copyOf(inFlight, 2 * ticks);
    }
    ended[ticks] = endedNow;
    inFlight[ticks] = inFlightNow;
    ticks++;
    inARow = isGrowing() ? inARow + 1 : 0;
    return inARow < TICKS_IN_A_ROW
        ? Optional.empty()
        : Optional.of(
            "a backlog builds up, %.0f requests are in flight on average and were %.0f"
                .formatted(mean(3), mean(1)));
  }

  private boolean isGrowing() {
    if (ticks < LEAST_TICKS || ticks * TICK_MS * 1000 < WINDOW_OF_E2E * medianE2eUs()) {
      return false;
    }
    int half = ticks / 2;
    int served = ended[ticks - 1] - ended[half];
    int sent = served + inFlight[ticks - 1] - inFlight[half];
    double before = mean(1);
    return served < SERVED * sent
        && mean(3) > before + Math.max(GROWTH_FLOOR, GROWTH_SIGMAS * Math.sqrt(before));
  }

  /** Of the first requests; those that have not ended count as the longest. */
  private double medianE2eUs() {
    long[] sorted = firstE2eUs.clone();
    Arrays.sort(sorted);
    return sorted[FIRST_REQUESTS / 2];
  }

  /** In flight in a quarter of the time so far, 0 to 3. */
  private double mean(int quarter) {
    return Arrays.stream(inFlight, ticks * quarter / 4, ticks * (quarter + 1) / 4)
        .average()
        .orElse(0);
  }
}
