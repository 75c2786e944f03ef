package dev.sweepline.runner.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load.Arrival;
import dev.sweepline.contract.RequestRate;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ArrivalScheduleTest {
  private static final int MANY = 1_000_000;

  private static long[] times(double rate, Arrival arrival, long seed, int count) {
    ArrivalSchedule schedule = ArrivalSchedule.of(new RequestRate(rate), arrival, seed);
    return LongStream.generate(schedule::nextNs).limit(count).toArray();
  }

  @ParameterizedTest
  @EnumSource
  void aScheduleNeverGoesBack(Arrival arrival) {
    for (long seed = 0; seed < 50; seed++) {
      double rate = Math.exp(12 * new Random(seed).nextDouble() - 2);
      long[] times = times(rate, arrival, seed, 2000);
      assertThat(IntStream.range(1, times.length).allMatch(i -> times[i] >= times[i - 1]))
          .as("seed %d, rate %s", seed, rate)
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedGivesTheSameSchedule(Arrival arrival) {
    assertThat(times(7, arrival, 42, 1000)).isEqualTo(times(7, arrival, 42, 1000));
  }

  @Test
  void anotherSeedGivesAnotherPoissonSchedule() {
    assertThat(times(7, Arrival.POISSON, 42, 10)).isNotEqualTo(times(7, Arrival.POISSON, 43, 10));
  }

  @Test
  void constantArrivalsDoNotDriftInAMillionSlots() {
    long[] times = times(300, Arrival.CONSTANT, 42, MANY + 1);
    assertThat(times[0]).isZero();
    assertThat(times[MANY]).isEqualTo(3_333_333_333_333L);
  }

  /** The n-th arrival has mean n and standard deviation sqrt(n) in units of the mean gap. */
  @Test
  void poissonArrivalsKeepTheirMeanRateOverAMillionSlots() {
    long[] times = times(1000, Arrival.POISSON, 42, MANY);
    double gaps = times[MANY - 1] / 1e6;
    assertThat((gaps - MANY) / Math.sqrt(MANY)).isBetween(-3.0, 3.0);
  }

  /** Kolmogorov-Smirnov against 1 - exp(-x) at a fixed seed; 1.63 is the 1 % point. */
  @Test
  void poissonGapsAreExponential() {
    int count = 20_000;
    long[] times = times(50, Arrival.POISSON, 42, count);
    double[] gaps =
        IntStream.range(0, count)
            .mapToDouble(i -> (times[i] - (i == 0 ? 0 : times[i - 1])) * 50 / 1e9)
            .sorted()
            .toArray();
    double distance =
        IntStream.range(0, count)
            .mapToDouble(
                i -> {
                  double expected = 1 - Math.exp(-gaps[i]);
                  return Math.max(
                      Math.abs(expected - (double) i / count),
                      Math.abs(expected - (i + 1.0) / count));
                })
            .max()
            .orElseThrow();
    assertThat(distance * Math.sqrt(count)).isLessThan(1.63);
  }

  /** Numbers from the published algorithm with seed 1234567. */
  @Test
  void theGeneratorIsSplitMix64() {
    SplitMix64 random = new SplitMix64(1234567);
    assertThat(LongStream.generate(random::nextLong).limit(3))
        .containsExactly(6457827717110365317L, 3203168211198807973L, -8629252141511181193L);
  }

  @Test
  void atAnInfiniteRateAllSlotsAreDueAtOnce() {
    assertThat(Arrays.stream(times(Double.POSITIVE_INFINITY, Arrival.POISSON, 1, 100)).sum())
        .isZero();
  }

  @Test
  void everyPromptIsUsedOnceBeforeAnyIsUsedAgain() {
    PromptOrder order = new PromptOrder(100, 42);
    assertThat(IntStream.range(0, 100).map(order::fromFront).sorted().toArray())
        .containsExactly(IntStream.range(0, 100).toArray());
    assertThat(order.fromFront(100)).isEqualTo(order.fromFront(0));
    assertThat(order.fromBack(0)).isEqualTo(order.fromFront(99));
  }
}
