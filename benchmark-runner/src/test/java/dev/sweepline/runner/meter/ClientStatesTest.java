package dev.sweepline.runner.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClientStatesTest {
  /** More than any test lasts. */
  private static final long HOUR_NS = 3_600_000_000_000L;

  private static ClientStates states(long[]... loopCpuNs) {
    Iterator<Double> pausesMs = List.of(10.0, 14.0, 14.0).iterator();
    Deque<long[]> readings = new ArrayDeque<>(List.of(loopCpuNs));
    return new ClientStates(() -> 7, readings::removeFirst, pausesMs::next);
  }

  @Test
  void theRequestsInFlightAreThoseOfTheMoment() {
    assertThat(states(new long[1], new long[1]).get().inFlight()).isEqualTo(7);
  }

  @Test
  void aLoopIsBusyByWhatItDidSinceTheLastState() {
    ClientStates states =
        states(new long[] {HOUR_NS}, new long[] {2 * HOUR_NS}, new long[] {2 * HOUR_NS});

    assertThat(states.get().loopBusy()).isEqualTo(1);
    assertThat(states.get().loopBusy()).isZero();
  }

  @Test
  void theBusiestLoopCounts() {
    assertThat(states(new long[] {5, 0}, new long[] {5, HOUR_NS}).get().loopBusy()).isEqualTo(1);
  }

  @Test
  void loopsMayStartLater() {
    assertThat(states(new long[0], new long[] {HOUR_NS}).get().loopBusy()).isEqualTo(1);
  }

  @Test
  void theShareOfTheCpuIsAShare() {
    assertThat(states(new long[1], new long[1]).get().cpuShare()).isBetween(0.0, 1.0);
  }

  @Test
  void pausesAreThoseSinceTheLastState() {
    ClientStates states = states(new long[1], new long[1], new long[1]);

    assertThat(states.get().gcPauseMs()).isEqualTo(4);
    assertThat(states.get().gcPauseMs()).isZero();
  }
}
