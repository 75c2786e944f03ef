package dev.sweepline.runner.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Delays;
import dev.sweepline.contract.Delays.DelayCount;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DelayHistogramTest {
  private final DelayHistogram histogram = new DelayHistogram();

  private Delays delays(long... us) {
    LongStream.of(us).forEach(histogram::add);
    return Objects.requireNonNull(histogram.delays());
  }

  @Test
  void withoutAValueNothingIsKnown() {
    assertThat(histogram.delays()).isNull();
  }

  @Test
  void aValueOnABoundIsInItsBucket() {
    assertThat(delays(50, 51, 100).histogram())
        .containsExactly(new DelayCount(50L, 1), new DelayCount(100L, 2));
  }

  @Test
  void bucketsEndWithTheOneOfTheLargestValue() {
    assertThat(delays(10, 300).histogram())
        .containsExactly(
            new DelayCount(50L, 1),
            new DelayCount(100L, 0),
            new DelayCount(250L, 0),
            new DelayCount(500L, 1));
  }

  @Test
  void whatIsBeyondTheLastBoundIsCountedWithoutOne() {
    assertThat(delays(2_000_000).histogram()).contains(new DelayCount(null, 1));
  }

  @Test
  void nothingIsEarly() {
    assertThat(delays(-5).max()).isZero();
  }

  @Test
  void everyValueIsInOneBucket() {
    Random random = new Random(7);
    long[] us = random.longs(10_000, 0, 3_000_000).toArray();
    Delays delays = delays(us);
    assertThat(
            Objects.requireNonNull(delays.histogram()).stream().mapToLong(DelayCount::count).sum())
        .as("seed 7")
        .isEqualTo(10_000);
    assertThat(delays.count()).isEqualTo(10_000);
  }
}
