package dev.sweepline.measure.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweepline.measure.store.CountMap;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {
  private static final double[] FRACTIONS = {0.5, 0.9, 0.95, 0.99};

  /** Values, then the 50th, 90th, 95th and 99th numpy.percentile of them (numpy 2, default). */
  static Stream<Arguments> numpy() {
    return Stream.of(
        Arguments.of(
            new long[] {7, 1, 3, 10, 2},
            new double[] {3.0, 8.8, 9.399999999999999, 9.879999999999999}),
        Arguments.of(
            new long[] {100, 105, 110, 1000, 2000, 2500, 9, 8, 1, 44, 44},
            new double[] {100.0, 2000.0, 2250.0, 2450.0}),
        Arguments.of(
            LongStream.rangeClosed(1, 100).toArray(),
            new double[] {50.5, 90.10000000000001, 95.05, 99.01}),
        Arguments.of(
            new long[] {50, 50, 50, 120, 120, 7, 7, 7, 7, 3000},
            new double[] {50.0, 407.999999999999, 1703.9999999999968, 2740.8}),
        Arguments.of(new long[] {5}, new double[] {5.0, 5.0, 5.0, 5.0}));
  }

  @ParameterizedTest
  @MethodSource("numpy")
  void percentilesAreThoseOfNumpyToTheLastBit(long[] values, double[] expected) {
    assertThat(quantiles(SortedSample.of(values, values.length))).containsExactly(expected);
    assertThat(quantiles(counted(values))).containsExactly(expected);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void figuresAreThoseOfSortingAndInterpolating(long seed) {
    Random random = new Random(seed);
    long[] values = random.longs(1 + random.nextInt(400), 0, 1 + random.nextInt(5000)).toArray();
    for (Distribution distribution :
        new Distribution[] {SortedSample.of(values, values.length), counted(values)}) {
      for (double fraction : FRACTIONS) {
        assertThat(distribution.quantile(fraction))
            .isEqualTo(interpolated(values, fraction), within(1e-9));
      }
      assertThat(distribution.mean())
          .isEqualTo(Arrays.stream(values).average().orElseThrow(), within(1e-9));
      assertThat(distribution.max()).isEqualTo((double) Arrays.stream(values).max().orElseThrow());
    }
  }

  @Test
  void anEmptySampleComparesWithNothing() {
    Distribution empty = SortedSample.of(new long[0], 0);
    assertThat(new double[] {empty.mean(), empty.max(), empty.median()}).containsOnly(Double.NaN);
    assertThat(counted().mean()).isNaN();
  }

  private static CountedSample counted(long... values) {
    CountMap counts = new CountMap();
    Arrays.stream(values).forEach(value -> counts.add(value, 1));
    return CountedSample.of(counts);
  }

  private static double[] quantiles(Distribution distribution) {
    return Arrays.stream(FRACTIONS).map(distribution::quantile).toArray();
  }

  private static double interpolated(long[] values, double fraction) {
    long[] sorted = Arrays.stream(values).sorted().toArray();
    double position = fraction * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = (int) Math.ceil(position);
    return sorted[below] * (1 - (position - below)) + sorted[above] * (position - below);
  }
}
