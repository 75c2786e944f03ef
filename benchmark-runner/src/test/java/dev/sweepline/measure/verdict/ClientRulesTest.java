package dev.sweepline.measure.verdict;

import static dev.sweepline.measure.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.measure.Clients;
import dev.sweepline.measure.Contexts;
import dev.sweepline.measure.RequestBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientRulesTest {
  private static final Load OPEN = Contexts.open(100);
  private static final long DUE_US = 10_000;

  /** Due every 10 ms, sent late, with a first token 100 ms after that. */
  private static RequestBuilder late(int index, long lateUs) {
    long due = index * DUE_US;
    return request(index, due).sent(due + lateUs).firstToken(due + lateUs + 100_000).tokens(4, 500);
  }

  @Test
  void aClientThatIsLateForFewOfAHundredIsTheLimit() {
    Judged run = Judged.run(OPEN, 200, i -> late(i, i % 50 == 0 ? 11_000 : 100));
    assertThat(run.reason("client_limited").orElseThrow().evidence())
        .containsEntry("lateness_p99_ms", 11.0)
        .containsEntry("ttft_p50_ms", 100.1);
  }

  @Test
  void aFewMillisecondsAreNotLate() {
    assertThat(Judged.run(OPEN, 200, i -> late(i, i % 50 == 0 ? 9_000 : 100)).codes())
        .doesNotContain("client_limited");
  }

  @Test
  void latenessThatIsSmallBesideTheFirstTokenDoesNoHarm() {
    Judged run =
        Judged.run(
            OPEN, 200, i -> late(i, i % 50 == 0 ? 11_000 : 100).firstToken(i * DUE_US + 1_000_000));
    assertThat(run.codes()).doesNotContain("client_limited");
  }

  @Test
  void aClosedLoopIsNeverLate() {
    assertThat(Judged.run(Contexts.closed(16), 200, i -> late(i, 50_000)).codes())
        .doesNotContain("client_limited", "rate_missed");
  }

  @Test
  void aBusyEventLoopIsTheLimit() {
    Judged run =
        Judged.run(
            Contexts.of(OPEN, Clients.idle().loopBusy(0.91).facts()), 200, i -> late(i, 100));
    assertThat(run.reason("client_limited").orElseThrow().evidence())
        .containsOnly(Map.entry("loop_busy", 0.91));
  }

  @Test
  void anIdleEventLoopIsNot() {
    Judged run =
        Judged.run(Contexts.of(OPEN, Clients.idle().loopBusy(0.3).facts()), 200, i -> late(i, 100));
    assertThat(run.codes()).doesNotContain("client_limited");
  }

  @Test
  void waitingForAPermitThatNobodyAskedForIsTheClientsLimit() {
    Judged run = Judged.run(OPEN, 200, i -> late(i, 6_000).admitted(i * DUE_US + 5_000));
    assertThat(run.codes()).contains("client_limited");
  }

  @Test
  void waitingForAPermitThatWasAskedForIsNot() {
    Judged run =
        Judged.run(
            Contexts.open(100, 64, null), 200, i -> late(i, 6_000).admitted(i * DUE_US + 5_000));
    assertThat(run.codes()).doesNotContain("client_limited");
  }

  @Test
  void aScheduleThatIsLostAtItsEndIsMissed() {
    Judged run = Judged.run(OPEN, 200, i -> late(i, i * 300L));
    assertThat(run.voids("rate_missed")).containsExactly("ttft", "e2e");
  }

  @Test
  void fallingBehindAQueueOfPermitsMissesTheRateToo() {
    Judged run =
        Judged.run(
            Contexts.open(100, 8, null),
            200,
            i -> late(i, i * 300L).admitted(i * DUE_US + i * 300L));
    assertThat(run.codes()).contains("rate_missed");
  }

  @Test
  void latenessThatGrowsMissesTheRateOfALongRun() {
    Judged run = Judged.run(Contexts.open(10), 400, i -> slow(i, i > 300 ? 30_000 : 1_000));
    assertThat(run.codes()).contains("rate_missed");
  }

  private static RequestBuilder slow(int index, long lateUs) {
    long due = index * 100_000L;
    return request(index, due).sent(due + lateUs).firstToken(due + lateUs + 50_000);
  }

  @Test
  void aScheduleThatIsKeptIsNotMissed() {
    assertThat(Judged.run(OPEN, 200, i -> late(i, 200)).codes()).doesNotContain("rate_missed");
  }

  @Test
  void thereIsNoRateToMissWhenAllAreSentAtOnce() {
    Judged run = Judged.run(Contexts.open(Double.POSITIVE_INFINITY), 200, i -> late(i, i * 300L));
    assertThat(run.codes()).doesNotContain("rate_missed", "saturated");
  }
}
