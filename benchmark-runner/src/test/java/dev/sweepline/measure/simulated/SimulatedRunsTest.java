package dev.sweepline.measure.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdicts of runs whose truth is known. A failing seed is named with its codes. */
class SimulatedRunsTest {
  private static final int HEALTHY_SEEDS = 20;
  private static final int FAULTY_SEEDS = 10;
  private static final double FALSE_ALARMS = 0.01;

  static Stream<Scenario> faulty() {
    return Scenarios.FAULTY.stream();
  }

  @Test
  void healthyRunsThatLookFaultyAreNotAccused() {
    List<String> alarms =
        Scenarios.HEALTHY.stream()
            .flatMap(scenario -> misjudged(scenario, HEALTHY_SEEDS).stream())
            .toList();
    double runs = (double) HEALTHY_SEEDS * Scenarios.HEALTHY.size();
    assertThat(alarms.size() / runs).as(alarms.toString()).isLessThanOrEqualTo(FALSE_ALARMS);
  }

  /** At least 97 % must be found, which of ten runs is every one. */
  @ParameterizedTest
  @MethodSource("faulty")
  void faultyRunsAreFound(Scenario scenario) {
    assertThat(misjudged(scenario, FAULTY_SEEDS)).isEmpty();
  }

  private static List<String> misjudged(Scenario scenario, int seeds) {
    return LongStream.range(0, seeds)
        .filter(scenario::isMisjudged)
        .mapToObj(seed -> "%s, seed %d: %s".formatted(scenario.name(), seed, scenario.codes(seed)))
        .toList();
  }
}
