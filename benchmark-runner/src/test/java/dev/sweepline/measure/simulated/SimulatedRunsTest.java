package dev.sweepline.measure.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The verdicts of runs whose truth is known. A misjudged run is named by its seed and codes. {@code
 * -Dsweepline.soak=20} judges twenty times as many.
 */
class SimulatedRunsTest {
  private static final int SOAK = Integer.getInteger("sweepline.soak", 1);
  private static final int HEALTHY_SEEDS = 20 * SOAK;
  private static final int FAULTY_SEEDS = 10 * SOAK;
  private static final double FALSE_ALARMS = 0.01;
  private static final double MISSED = 0.03;

  static Stream<Scenario> faulty() {
    return Stream.concat(
        Scenarios.FAULTY.stream(), Scenarios.FAULTY_BY_SAMPLES.stream().map(Scenario::sampled));
  }

  @Test
  void healthyRunsThatLookFaultyAreNotAccused() {
    assertHardlyEverAccused(Scenarios.HEALTHY);
  }

  @Test
  void norAreTheyWhenTheServerIsAskedToo() {
    assertHardlyEverAccused(Scenarios.HEALTHY.stream().map(Scenario::sampled).toList());
  }

  private static void assertHardlyEverAccused(List<Scenario> scenarios) {
    List<String> alarms =
        scenarios.stream()
            .flatMap(scenario -> misjudged(scenario, HEALTHY_SEEDS).stream())
            .toList();
    double runs = (double) HEALTHY_SEEDS * scenarios.size();
    assertThat(alarms.size() / runs).as(alarms.toString()).isLessThanOrEqualTo(FALSE_ALARMS);
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void faultyRunsAreFound(Scenario scenario) {
    List<String> missed = misjudged(scenario, FAULTY_SEEDS);
    assertThat((double) missed.size() / FAULTY_SEEDS)
        .as(missed.toString())
        .isLessThanOrEqualTo(MISSED);
  }

  private static List<String> misjudged(Scenario scenario, int seeds) {
    return LongStream.range(0, seeds)
        .filter(scenario::isMisjudged)
        .mapToObj(seed -> "%s, seed %d: %s".formatted(scenario.name(), seed, scenario.codes(seed)))
        .toList();
  }
}
