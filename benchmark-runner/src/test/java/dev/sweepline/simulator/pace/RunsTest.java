package dev.sweepline.simulator.pace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunsTest {
  private static final long PAUSE = 1_000;

  private final Runs runs = new Runs(number -> number * 10, PAUSE);

  @Test
  void idsWithAnotherPrefixAreAnotherRun() {
    assertThat(run("0a1b2c3d-0", 0, 0)).isEqualTo(1);
    assertThat(run("0a1b2c3d-1", 10 * PAUSE, 0)).isEqualTo(1);
    assertThat(run("ffffffff-0", 10 * PAUSE, 5)).isEqualTo(2);
  }

  @Test
  void aRunHasItsFactor() {
    assertThat(runs.of("0a1b2c3d-0", 0, 0)).isEqualTo(new Run(1, 10));
    assertThat(runs.of("ffffffff-0", 0, 0)).isEqualTo(new Run(2, 20));
  }

  @Test
  void otherIdsAreOfTheSameRunUntilAPause() {
    assertThat(run("x", 0, 0)).isEqualTo(1);
    assertThat(run("y", PAUSE, 0)).isEqualTo(1);
    assertThat(run("z", 2 * PAUSE + 1, 0)).isEqualTo(2);
  }

  @Test
  void whileARequestIsInFlightNothingIsAPause() {
    assertThat(run("x", 0, 0)).isEqualTo(1);
    assertThat(run("y", 10 * PAUSE, 1)).isEqualTo(1);
  }

  @Test
  void aPauseBeginsWithTheLastAnswer() {
    assertThat(run("x", 0, 0)).isEqualTo(1);
    runs.answered(10 * PAUSE);
    assertThat(run("y", 11 * PAUSE, 0)).isEqualTo(1);
  }

  private int run(String id, long nowNanos, int inFlight) {
    return runs.of(id, nowNanos, inFlight).number();
  }
}
