package dev.sweepline.measure.verdict;

import static dev.sweepline.measure.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.TokenSource;
import dev.sweepline.measure.Clients;
import dev.sweepline.measure.Contexts;
import dev.sweepline.measure.RequestBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamRulesTest {
  private static final Load LOAD = Contexts.closed(1);

  private static RequestBuilder good(int index) {
    return request(index, index * 10_000L).tokens(8, 1000);
  }

  /** Two lumps of four tokens. */
  private static RequestBuilder lumped(int index) {
    return request(index, index * 10_000L).gaps(0, 0, 0, 4000, 0, 0, 0);
  }

  /** Five of eight tokens come with the first. */
  private static RequestBuilder lumpedAtFirst(int index) {
    return request(index, index * 10_000L).gaps(0, 0, 0, 0, 4000, 0, 0);
  }

  @Test
  void tokensCountedAsEventsVoidWhatIsPerToken() {
    Judged run = Judged.run(LOAD, 20, i -> good(i).tokenSource(TokenSource.EVENTS));
    assertThat(run.voids("token_count_by_events")).containsExactly("tpot", "throughput");
  }

  @Test
  void tokensToldByTheServerAreTrusted() {
    assertThat(Judged.run(LOAD, 20, StreamRulesTest::good).codes()).containsExactly("few_samples");
  }

  @Test
  void streamsInLumpsHaveNoGaps() {
    assertThat(Judged.run(LOAD, 20, StreamRulesTest::lumped).voids("coalesced_stream"))
        .containsExactly("itl");
  }

  @Test
  void aFirstReadWithMostTokensIsNoFirstToken() {
    assertThat(Judged.run(LOAD, 20, StreamRulesTest::lumpedAtFirst).voids("coalesced_stream"))
        .containsExactly("ttft", "itl");
  }

  @Test
  void aFewEventsInOneReadAreOrdinary() {
    Judged run =
        Judged.run(LOAD, 20, i -> request(i, i * 10_000L).gaps(0, 1000, 0, 1000, 1000, 0, 1000));
    assertThat(run.codes()).doesNotContain("coalesced_stream");
  }

  @Test
  void severalTokensAnEventAreNoLump() {
    Judged run = Judged.run(LOAD, 20, i -> good(i).gapTokens(4, 4, 4, 4, 4, 4, 4).outputTokens(32));
    assertThat(run.codes()).containsExactly("few_samples");
  }

  @Test
  void lumpsReadByABusyClientAreItsOwn() {
    Judged run =
        Judged.run(
            Contexts.of(LOAD, Clients.idle().loopBusy(0.6).facts()), 20, StreamRulesTest::lumped);
    assertThat(run.codes()).contains("client_limited").doesNotContain("coalesced_stream");
  }

  @Test
  void lumpsReadByAnIdleClientAreNot() {
    Judged run =
        Judged.run(
            Contexts.of(LOAD, Clients.idle().loopBusy(0.1).facts()), 20, StreamRulesTest::lumped);
    assertThat(run.codes()).contains("coalesced_stream").doesNotContain("client_limited");
  }

  @Test
  void aPercentileWithFiveValuesBeyondIsTold() {
    assertThat(Judged.run(LOAD, 500, StreamRulesTest::good).codes()).isEmpty();
  }

  @Test
  void aPercentileOfTooFewRequestsIsNamed() {
    Judged run = Judged.run(LOAD, 499, StreamRulesTest::good);
    assertThat(run.voids("few_samples"))
        .isEqualTo(
            List.of(
                "ttft_p99",
                "service_ttft_p99",
                "e2e_latency_p99",
                "service_e2e_latency_p99",
                "tpot_p99"));
    assertThat(run.reason("few_samples").orElseThrow().evidence())
        .containsOnly(Map.entry("columns", 5.0), Map.entry("fewest_values", 499.0));
  }

  @Test
  void fiveValuesBeyondAreEnoughForEveryPercentile() {
    assertThat(Judged.run(LOAD, 50, StreamRulesTest::good).voids("few_samples"))
        .contains("ttft_p95")
        .doesNotContain("ttft_p90");
  }

  @Test
  void aDriftOfTheTokenTimeIsANote() {
    Judged run =
        Judged.run(LOAD, 100, i -> request(i, i * 10_000L).tokens(8, i < 50 ? 1000 : 1200));
    assertThat(run.voids("not_stationary")).isEmpty();
    assertThat(run.reason("not_stationary").orElseThrow().evidence())
        .containsEntry("tpot_first_half_ms", 1.0)
        .containsEntry("tpot_second_half_ms", 1.2)
        .doesNotContainKey("tpot_t");
  }

  @Test
  void aSmallDriftIsNone() {
    Judged run =
        Judged.run(LOAD, 100, i -> request(i, i * 10_000L).tokens(8, i < 50 ? 1000 : 1090));
    assertThat(run.codes()).doesNotContain("not_stationary");
  }

  @Test
  void aRunTooShortForBlocksIsNotComparedWithItself() {
    Judged run = Judged.run(LOAD, 49, i -> request(i, i * 10_000L).tokens(8, i < 25 ? 1000 : 2000));
    assertThat(run.codes()).doesNotContain("not_stationary");
  }
}
