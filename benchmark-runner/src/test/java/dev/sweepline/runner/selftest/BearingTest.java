package dev.sweepline.runner.selftest;

import static dev.sweepline.measure.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Delays;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.RunSummary.Client;
import dev.sweepline.contract.SelfTest.Limit;
import dev.sweepline.contract.SelfTest.Quantity;
import dev.sweepline.contract.SelfTest.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 101 requests that end 1 ms apart: 1,000/s. */
class BearingTest {
  private static final List<RequestRecord> RECORDS =
      IntStream.range(0, 101).mapToObj(i -> request(i, i * 1_000L).build()).toList();

  private static Client client(double latenessP99Us, double lagP90Us, double loopBusy) {
    return new Client(
        new Delays(0, latenessP99Us, latenessP99Us, 0.0, 0.0, 101L, List.of()),
        loopBusy,
        null,
        null,
        90,
        null,
        new Delays(0, lagP90Us, lagP90Us, lagP90Us, lagP90Us, 101L, List.of()),
        null,
        null,
        null,
        null,
        null);
  }

  private static Step step(double asked, Client client, double serverBusy) {
    return Bearing.step(Quantity.REQUESTS_PER_S, asked, new Trial(RECORDS, client, serverBusy));
  }

  @Test
  void whatWasReachedIsTheRateOfTheEnds() {
    assertThat(step(1_000, client(100, 100, 0.1), 0.5).reached()).isEqualTo(1_000);
  }

  @Test
  void aLoadThatWasReachedInTimeIsBorne() {
    assertThat(step(1_000, client(4_900, 4_900, 0.79), 1.2).limit()).isNull();
  }

  @Test
  void aLateClientDoesNotBearIt() {
    assertThat(step(1_000, client(5_100, 100, 0.1), 0.5).limit()).isEqualTo(Limit.LATENESS);
  }

  @Test
  void aLaggingLoopDoesNotBearIt() {
    assertThat(step(1_000, client(100, 5_100, 0.1), 0.5).limit()).isEqualTo(Limit.LOOP_LAG);
  }

  @Test
  void aBusyLoopDoesNotBearIt() {
    assertThat(step(1_000, client(100, 100, 0.81), 0.5).limit()).isEqualTo(Limit.LOOP_BUSY);
  }

  @Test
  void aRateThatABusyServerDidNotReachIsTheServers() {
    assertThat(step(1_200, client(100, 100, 0.1), 0.95).limit()).isEqualTo(Limit.SERVER);
  }

  @Test
  void aRateThatWasNotReachedIsNotBorne() {
    assertThat(step(1_200, client(100, 100, 0.1), 0.5).limit()).isEqualTo(Limit.NOT_REACHED);
  }

  @Test
  void aFailureIsNotBorne() {
    List<RequestRecord> records = new ArrayList<>(RECORDS);
    records.add(request(101, 101_000).failed(Outcome.RESET, null).build());
    Trial trial = new Trial(records, client(100, 100, 0.1), null);
    assertThat(Bearing.step(Quantity.OPEN_STREAMS, 90, trial).limit()).isEqualTo(Limit.FAILURES);
  }

  @Test
  void aLoadThatWasReachedLateMayHaveHadAHiccup() {
    assertThat(Bearing.isHiccup(step(1_000, client(5_100, 100, 0.1), 0.5))).isTrue();
  }

  @Test
  void aLoadThatWasNotReachedHadMoreThanAHiccup() {
    assertThat(Bearing.isHiccup(step(1_200, client(5_100, 100, 0.1), 0.5))).isFalse();
  }

  @Test
  void aBorneLoadHadNone() {
    assertThat(Bearing.isHiccup(step(1_000, client(100, 100, 0.1), 0.5))).isFalse();
  }
}
