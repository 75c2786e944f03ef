package dev.sweepline.measure.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverlapTest {
  @Test
  void anIntervalThatEndsWhereAnotherStartsDoesNotOverlapIt() {
    assertThat(Overlap.of(new long[] {0, 10}, new long[] {10, 20}, 2).peak()).isEqualTo(1);
  }

  @Test
  void anEmptyIntervalCountsNowhere() {
    assertThat(Overlap.of(new long[] {5, 5, 0}, new long[] {5, 5, 10}, 3).peak()).isEqualTo(1);
  }

  @Test
  void noTimeHasNoMean() {
    assertThat(Overlap.of(new long[] {0}, new long[] {10}, 1).mean(4, 4)).isNaN();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void peakAndMeanAreThoseOfCountingEachInstant(long seed) {
    Random random = new Random(seed);
    int length = 1 + random.nextInt(60);
    long[] starts = random.longs(length, 0, 100).toArray();
    long[] ends = new long[length];
    int[] at = new int[200];
    for (int i = 0; i < length; i++) {
      ends[i] = starts[i] + random.nextInt(60);
      for (int time = (int) starts[i]; time < ends[i]; time++) {
        at[time]++;
      }
    }
    Overlap overlap = Overlap.of(starts, ends, length);
    int peak = 0;
    int between = 0;
    for (int time = 0; time < at.length; time++) {
      peak = Math.max(peak, at[time]);
      between += time >= 30 && time < 80 ? at[time] : 0;
    }
    assertThat(overlap.peak()).isEqualTo(peak);
    assertThat(overlap.mean(30, 80)).isEqualTo(between / 50.0, within(1e-12));
  }
}
