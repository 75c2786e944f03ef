package dev.sweepline.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Load.Arrival;
import dev.sweepline.contract.Load.Endpoint;
import dev.sweepline.contract.RequestRate;
import dev.sweepline.runner.output.LiveStats.Snapshot;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {
  private static final Load LOAD =
      Load.open(new RequestRate(1000))
          .arrival(Arrival.POISSON)
          .requests(50_000)
          .warmupRequests(20)
          .seed(42)
          .endpoint(Endpoint.CHAT)
          .build();

  @Test
  void itSaysHowFarTheRunIs() {
    assertThat(ProgressLine.of(LOAD, new Snapshot(412, 3, 20, 999.86, 50.71, 104.2), 64, 8))
        .isEqualTo("412/50000 · rate 1000/s, sent 1000/s · 64 open · 3 failed · TTFT ~50.7/104 ms");
  }

  @Test
  void theWarmUpIsShownWhileItLasts() {
    assertThat(
            ProgressLine.of(LOAD, new Snapshot(0, 0, 7, Double.NaN, Double.NaN, Double.NaN), 5, 1))
        .isEqualTo("warm-up 7/20 · rate 1000/s, sent –/s · 5 open · 0 failed · TTFT ~–/– ms");
  }

  @Test
  void itNeverBreaksALineOfATerminal() {
    Snapshot large = new Snapshot(49_999, 12_345, 20, 123_456, 123_456, 1_234_567);
    assertThat(ProgressLine.of(LOAD, large, 123_456, 1e6).length()).isLessThan(80);
  }
}
