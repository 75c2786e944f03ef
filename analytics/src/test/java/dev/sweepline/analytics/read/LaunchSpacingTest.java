package dev.sweepline.analytics.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LaunchSpacingTest {
  private static List<OriginalRequest> lasting(double... seconds) {
    return DoubleStream.of(seconds)
        .mapToObj(s -> new OriginalRequest("p", 2, null, s, null, true, null))
        .toList();
  }

  @Test
  void theLastToEndDoesSoAtTheTotalTime() {
    // 0.5 + 2 g = 2.5 for the third; the second would allow 1.5.
    assertThat(LaunchSpacing.solve(lasting(1, 1, 0.5), 2.5).gapS()).isCloseTo(1.0, within(1e-12));
  }

  @Test
  void aSingleRequestStartsAtZero() {
    assertThat(LaunchSpacing.solve(lasting(3), 3.2).launchUs(0)).isZero();
  }

  @Test
  void aTotalTimeThatIsTooShortGivesNoNegativeLaunch() {
    assertThat(LaunchSpacing.solve(lasting(1, 5), 3).gapS()).isZero();
  }

  @Test
  void halfAMicrosecondIsRoundedUp() {
    assertThat(LaunchSpacing.micros(0.0000025)).isEqualTo(3);
  }
}
