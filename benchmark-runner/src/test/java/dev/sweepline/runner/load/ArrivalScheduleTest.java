package dev.sweepline.runner.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Load.Arrival;
import dev.sweepline.contract.LoadBuilder;
import dev.sweepline.contract.RequestRate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArrivalScheduleTest {
  private static final int MANY = 1_000_000;

  private static LoadPoint point(Load load) {
    return new LoadPoint(load, List.of(), null);
  }

  private static long[] times(Load load, int count) {
    ArrivalSchedule schedule = ArrivalSchedule.of(point(load));
    return LongStream.generate(schedule::nextNs).limit(count).toArray();
  }

  private static long[] times(double rate, Arrival arrival, long seed, int count) {
    return times(
        Load.open(new RequestRate(rate)).arrival(arrival).seed(seed).requests(1).build(), count);
  }

  private static long[] gamma(double rate, double burstiness, long seed, int count) {
    return times(
        Load.open(new RequestRate(rate))
            .arrival(Arrival.GAMMA)
            .burstiness(burstiness)
            .seed(seed)
            .requests(1)
            .build(),
        count);
  }

  private static Load ramp(double from, double to, double seconds, Arrival arrival) {
    return LoadBuilder.ramp(from, to, seconds).arrival(arrival).durationS(seconds).seed(42).build();
  }

  /** Gaps in units of their mean. */
  private static double[] gaps(long[] times, double rate) {
    return IntStream.range(0, times.length)
        .mapToDouble(i -> (times[i] - (i == 0 ? 0 : times[i - 1])) * rate / 1e9)
        .toArray();
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

  @Test
  void poissonGapsAreExponential() {
    double[] gaps = gaps(times(50, Arrival.POISSON, 42, 20_000), 50);
    assertThat(
            new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new ExponentialDistribution(1), gaps))
        .isGreaterThan(0.01);
  }

  /** At a low rate: where most gaps are far below the mean, whole nanoseconds would tell. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 1, 3, 20})
  void gammaGapsHaveTheirShape(double burstiness) {
    double[] gaps = gaps(gamma(0.5, burstiness, 42, 20_000), 0.5);
    assertThat(
            new KolmogorovSmirnovTest()
                .kolmogorovSmirnovTest(new GammaDistribution(burstiness, 1 / burstiness), gaps))
        .isGreaterThan(0.01);
  }

  /** The sum of n gaps of shape k has the standard deviation sqrt(n / k) in units of their mean. */
  @ParameterizedTest
  @ValueSource(doubles = {0.25, 1, 4})
  void gammaArrivalsKeepTheirMeanRateOverAMillionSlots(double burstiness) {
    long[] times = gamma(1000, burstiness, 42, MANY);
    double gaps = times[MANY - 1] / 1e6;
    assertThat((gaps - MANY) / Math.sqrt(MANY / burstiness)).isBetween(-3.0, 3.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 1, 2, 50})
  void gammaArrivalsNeverGoBack(double burstiness) {
    long[] times = gamma(800, burstiness, 7, 20_000);
    assertThat(IntStream.range(1, times.length).allMatch(i -> times[i] >= times[i - 1])).isTrue();
  }

  /** Read off by hand: from 0 to 10/s in 10 s slot i is due at sqrt(2 i) s. */
  @Test
  void aRampFromZeroIsDueAtTheRootsOfItsSlots() {
    long[] times = times(ramp(0, 10, 10, Arrival.CONSTANT), 51);
    assertThat(times[0]).isZero();
    assertThat(times[2]).isEqualTo(2_000_000_000L);
    assertThat(times[8]).isEqualTo(4_000_000_000L);
    assertThat(times[50]).isEqualTo(10_000_000_000L);
  }

  @Test
  void aRampThatStandsStillIsARate() {
    assertThat(times(ramp(300, 300, 10, Arrival.CONSTANT), 3000))
        .isEqualTo(times(300, Arrival.CONSTANT, 42, 3000));
  }

  @Test
  void aRampDownToZeroHasTheSlotsOfItsAreaAndThenNone() {
    long[] times = times(ramp(10, 0, 10, Arrival.CONSTANT), 53);
    assertThat(times[50]).isEqualTo(10_000_000_000L);
    assertThat(times[51]).isEqualTo(ArrivalSchedule.NEVER);
    assertThat(times[52]).isEqualTo(ArrivalSchedule.NEVER);
  }

  @Test
  void afterItsSecondsARampGoesOnAtItsLastRate() {
    long[] times = times(ramp(0, 10, 10, Arrival.CONSTANT), 61);
    assertThat(times[60]).isEqualTo(11_000_000_000L);
  }

  /** Time changed back by the integrated rate, Poisson arrivals are those of a rate of one. */
  @Test
  void thePoissonArrivalsOfARampAreExponentialInItsIntegratedRate() {
    long[] times = times(ramp(5, 95, 400, Arrival.POISSON), 19_000);
    double[] counts =
        LongStream.of(times)
            .mapToDouble(ns -> 5 * (ns / 1e9) + 90 * (ns / 1e9) * (ns / 1e9) / 800)
            .toArray();
    double[] gaps =
        IntStream.range(1, counts.length).mapToDouble(i -> counts[i] - counts[i - 1]).toArray();
    assertThat(
            new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new ExponentialDistribution(1), gaps))
        .isGreaterThan(0.01);
  }

  @Test
  void rampsNeverGoBack() {
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      Load load =
          LoadBuilder.ramp(
                  random.nextInt(3) * 50.0, 1 + random.nextInt(500), 1 + random.nextInt(60))
              .arrival(List.of(Arrival.values()).get(random.nextInt(3)))
              .durationS(1.0)
              .seed(seed)
              .build();
      long[] times = times(load, 5000);
      assertThat(IntStream.range(1, times.length).allMatch(i -> times[i] >= times[i - 1]))
          .as("seed %d, %s", seed, load.slug())
          .isTrue();
    }
  }

  @Test
  void aTraceIsPlayedInTheOrderOfItsTimes() {
    Load load = LoadBuilder.trace("0".repeat(64)).requests(3).build();
    ArrivalSchedule schedule =
        ArrivalSchedule.of(
            new LoadPoint(load, List.of(), new TraceTimes(new long[] {900, 100, 500})));
    assertThat(LongStream.generate(schedule::nextNs).limit(5))
        .containsExactly(0L, 400L, 800L, ArrivalSchedule.NEVER, ArrivalSchedule.NEVER);
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
}
