package dev.sweepline.measure.verdict;

import static dev.sweepline.measure.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.measure.Contexts;
import dev.sweepline.measure.RequestBuilder;
import org.junit.jupiter.api.Test;

class LoadRulesTest {
  private static final long DUE_US = 10_000;

  /** Due every 10 ms; one ends every 20 ms, in turn: half of what is offered is served. */
  private static RequestBuilder queued(int index) {
    long due = index * DUE_US;
    long end = 2 * due + 100_000;
    return request(index, due).firstToken(end - 5_000).gaps(5_000);
  }

  /** Due every 10 ms; each takes a second, however many there are. */
  private static RequestBuilder steady(int index) {
    return request(index, index * DUE_US).firstToken(index * DUE_US + 100_000).gaps(900_000);
  }

  @Test
  void aBacklogThatGrowsIsSaturation() {
    Judged run = Judged.run(Contexts.open(100), 400, LoadRulesTest::queued);
    assertThat(run.voids("saturated")).containsExactly("ttft", "e2e");
  }

  @Test
  void aServerThatKeepsUpIsNotSaturated() {
    assertThat(Judged.run(Contexts.open(100), 1000, LoadRulesTest::steady).codes())
        .doesNotContain("saturated", "hidden_limit");
  }

  @Test
  void aWindowThatStillFillsIsNoBacklog() {
    assertThat(Judged.run(Contexts.open(100), 90, LoadRulesTest::steady).codes())
        .doesNotContain("saturated");
  }

  @Test
  void aClosedLoopIsNeverSaturated() {
    assertThat(Judged.run(Contexts.closed(200), 400, LoadRulesTest::queued).codes())
        .doesNotContain("saturated");
  }

  @Test
  void withoutSendTimesASlowdownBelowTheOfferedRateIsSaturation() {
    Judged run =
        Judged.run(
            Contexts.foreign(Contexts.open(100), 8.1, ClientFacts.UNKNOWN),
            400,
            i -> queued(i).sent(null));
    assertThat(run.codes()).contains("saturated");
  }

  @Test
  void withoutSendTimesADrainAloneIsNot() {
    Judged run =
        Judged.run(
            Contexts.foreign(Contexts.open(100), 2.0, ClientFacts.UNKNOWN),
            100,
            i -> steady(i).sent(null));
    assertThat(run.codes()).doesNotContain("saturated");
  }

  /** Slots of a limit: each runs one request after the other, 10 tokens in 100 ms. */
  private static RequestBuilder inSlots(int index, int slots) {
    long start = (long) (index / slots) * 100_000 + index % slots;
    return request(index, Math.min(start, index * 100L)).firstToken(start + 100).gaps(99_900);
  }

  private static Judged foreign(Load load, int slots, ClientFacts client) {
    return Judged.run(
        Contexts.foreign(load, 2000.0 / slots / 10, client),
        2000,
        i -> inSlots(i, slots).sent(null));
  }

  @Test
  void streamsPinnedAtTheClientsLimitAreTheClientsDoing() {
    Judged run = foreign(Contexts.open(10_000), 100, ClientFacts.limitedTo(100));
    assertThat(run.codes()).contains("client_limited").doesNotContain("hidden_limit");
  }

  @Test
  void streamsPinnedElsewhereAreAHiddenLimit() {
    Judged run = foreign(Contexts.open(10_000), 40, ClientFacts.limitedTo(100));
    assertThat(run.codes()).contains("hidden_limit").doesNotContain("client_limited");
  }

  @Test
  void streamsPinnedAtTheConcurrencyAskedForAreNeither() {
    Judged run = foreign(Contexts.closed(100), 100, ClientFacts.limitedTo(100));
    assertThat(run.codes()).doesNotContain("client_limited", "hidden_limit");
  }

  /** A gateway that takes 40 and runs 20 of them: the rest waits inside, and outside before it. */
  private static RequestBuilder behindGateway(int index) {
    long end = (long) (index / 20 + 1) * 100_000 + index % 20;
    long taken = Math.max(index * 100L, end - 200_000);
    return request(index, index * 100L)
        .sent(taken)
        .firstToken(Math.max(taken, end - 99_000))
        .end(end);
  }

  @Test
  void aPlateauThatWaitsAndThatNobodyAskedForIsAHiddenLimit() {
    Judged run = Judged.run(Contexts.open(10_000), 600, LoadRulesTest::behindGateway);
    assertThat(run.reason("hidden_limit").orElseThrow().evidence())
        .containsEntry("in_flight_peak", 40.0);
  }

  @Test
  void theSamePlateauAtALimitAskedForIsNot() {
    Judged run = Judged.run(Contexts.open(10_000, 40, null), 600, LoadRulesTest::behindGateway);
    assertThat(run.codes()).doesNotContain("hidden_limit");
  }

  @Test
  void theSamePlateauAtTheServersOwnLimitIsNot() {
    Judged run =
        Judged.run(
            Contexts.on(Contexts.open(10_000), 1, 8, 20, 2), 600, LoadRulesTest::behindGateway);
    assertThat(run.codes()).doesNotContain("hidden_limit");
  }
}
