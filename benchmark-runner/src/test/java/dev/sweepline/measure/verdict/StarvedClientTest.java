package dev.sweepline.measure.verdict;

import static dev.sweepline.measure.RequestBuilder.request;
import static dev.sweepline.measure.SampleBuilder.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.Sample;
import dev.sweepline.measure.Clients;
import dev.sweepline.measure.Contexts;
import dev.sweepline.measure.RequestBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A client that gets no core, and what looks like one. Runs of a closed loop of one slot. */
class StarvedClientTest {
  private static final Load LOAD = Contexts.closed(1);
  private static final int REQUESTS = 100;
  private static final long APART_US = 200_000;

  private static final Clients STARVED = Clients.idle().loopLag(40_000, 2_000);
  private static final Clients IDLE = Clients.idle().loopLag(200, 2_000);

  /** First token after 10 ms, then one every 2 ms. */
  private static RequestBuilder healthy(int index) {
    return request(index, index * APART_US).firstToken(index * APART_US + 10_000).tokens(50, 2_000);
  }

  /** The same answer, read at its end: in one go, but for some microseconds. */
  private static RequestBuilder readAtItsEnd(int index) {
    return request(index, index * APART_US).firstToken(index * APART_US + 108_000).tokens(50, 3);
  }

  private static Judged judged(Clients client, IntFunction<RequestBuilder> request) {
    return Judged.run(Contexts.of(LOAD, client.facts()), REQUESTS, request);
  }

  @Test
  void gapsFarBelowTheTimeOfATokenShowAStarvedClient() {
    Judged run = judged(STARVED, StarvedClientTest::readAtItsEnd);
    assertThat(run.reason("client_limited").orElseThrow().evidence())
        .containsEntry("loop_lag_p90_ms", 40.0)
        .containsEntry("gap_p50_ms", 0.003)
        .containsEntry("e2e_per_token_p50_ms", 2.162);
  }

  @Test
  void theSameStreamsThroughABufferingProxyAreNotTheClientsDoing() {
    assertThat(judged(IDLE, StarvedClientTest::readAtItsEnd).codes())
        .doesNotContain("client_limited");
  }

  @Test
  void wholeStreamsInOneReadAreAProxysWhenTheLoopsAreIdle() {
    Judged run = judged(IDLE, index -> readAtItsEnd(index).tokens(50, 0));
    assertThat(run.codes()).contains("coalesced_stream").doesNotContain("client_limited");
  }

  @Test
  void wholeStreamsInOneReadAreTheClientsWhenItsLoopsLag() {
    Judged run = judged(STARVED, index -> readAtItsEnd(index).tokens(50, 0));
    assertThat(run.codes()).contains("client_limited").doesNotContain("coalesced_stream");
  }

  @Test
  void aLagThatIsLargeBesideTheFirstTokenIsALimit() {
    Judged run = judged(Clients.idle().loopLag(12_000, 2_000), StarvedClientTest::healthy);
    assertThat(run.reason("client_limited").orElseThrow().evidence())
        .containsOnly(Map.entry("loop_lag_p90_ms", 12.0), Map.entry("ttft_p50_ms", 10.0));
  }

  @Test
  void aLagThatIsSmallBesideTheFirstTokenDoesNoHarm() {
    Judged run =
        judged(
            Clients.idle().loopLag(12_000, 2_000),
            index -> healthy(index).firstToken(index * APART_US + 1_000_000).tokens(50, 20_000));
    assertThat(run.codes()).doesNotContain("client_limited");
  }

  @Test
  void longWaitsForAFirstTokenAreNoStarvation() {
    Judged run =
        judged(
            Clients.idle().loopLag(6_000, 2_000),
            index -> healthy(index).firstToken(index * APART_US + 10_000_000).tokens(50, 10_000));
    assertThat(run.codes()).doesNotContain("client_limited");
  }

  @Test
  void severalTokensAnEventAreNoStarvation() {
    Judged run =
        judged(IDLE, index -> healthy(index).tokens(4, 8_000).gapTokens(4, 4, 4).outputTokens(16));
    assertThat(run.codes()).doesNotContain("client_limited");
  }

  @Test
  void aShortRunProbedTooLittleIsNotAccused() {
    assertThat(judged(Clients.idle().loopLag(40_000, 99), StarvedClientTest::healthy).codes())
        .doesNotContain("client_limited");
  }

  @Test
  void aShortRunProbedEnoughIs() {
    assertThat(judged(Clients.idle().loopLag(40_000, 100), StarvedClientTest::healthy).codes())
        .contains("client_limited");
  }

  @Test
  void firstTokensFarLaterThanTheServersOwnShowALaggingClient() {
    Judged run =
        withServer(Clients.idle().loopLag(6_000, 2_000), 0.010, StarvedClientTest::lateFirstToken);
    assertThat(run.reason("client_limited").orElseThrow().evidence())
        .containsEntry("service_ttft_mean_ms", 100.0)
        .containsEntry("server_ttft_mean_ms", 10.0);
  }

  @Test
  void theSameThroughAQueueingProxyAreNotTheClientsDoing() {
    assertThat(withServer(IDLE, 0.010, StarvedClientTest::lateFirstToken).codes())
        .doesNotContain("client_limited");
  }

  @Test
  void firstTokensAsTheServerSawThemAreRight() {
    Judged run =
        withServer(Clients.idle().loopLag(6_000, 2_000), 0.045, StarvedClientTest::lateFirstToken);
    assertThat(run.codes()).doesNotContain("client_limited");
  }

  private static RequestBuilder lateFirstToken(int index) {
    return request(index, index * APART_US)
        .firstToken(index * APART_US + 100_000)
        .tokens(5, 10_000);
  }

  /** With samples before and after, between which the server's own mean is as given. */
  private static Judged withServer(
      Clients client, double ttftS, IntFunction<RequestBuilder> request) {
    long endUs = REQUESTS * APART_US + 10_000_000;
    List<Sample> samples =
        List.of(
            sample(-1).ttft(0, 0).build(), sample(endUs).ttft(ttftS * REQUESTS, REQUESTS).build());
    List<RequestRecord> records =
        IntStream.range(0, REQUESTS).mapToObj(request).map(RequestBuilder::build).toList();
    return Judged.run(Contexts.of(LOAD, client.facts()), records, samples);
  }

  @Test
  void aMachineWithoutACoreLeftIsALimit() {
    Judged run = judged(Clients.idle().cpuShare(0.95), StarvedClientTest::healthy);
    assertThat(run.reason("client_limited").orElseThrow().evidence())
        .containsOnly(Map.entry("cpu_share", 0.95));
  }

  @Test
  void aMachineInUseIsNone() {
    assertThat(judged(Clients.idle().cpuShare(0.85), StarvedClientTest::healthy).codes())
        .doesNotContain("client_limited");
  }

  @Test
  void aShortRunIsBusyWithCompilingAndNotAccused() {
    Judged run =
        Judged.run(
            Contexts.of(LOAD, Clients.idle().cpuShare(0.95).facts()),
            40,
            StarvedClientTest::healthy);
    assertThat(run.codes()).doesNotContain("client_limited");
  }

  @Test
  void pausesThatTakeATenthOfTheTimeAreALimit() {
    Judged run = judged(Clients.idle().paused(40, 2_500), StarvedClientTest::healthy);
    assertThat(run.reason("client_limited").orElseThrow().evidence()).containsOnlyKeys("gc_share");
  }

  @Test
  void onePauseOfAShortRunIsAMishap() {
    Judged run =
        Judged.run(
            Contexts.of(LOAD, Clients.idle().paused(1, 80).facts()), 3, StarvedClientTest::healthy);
    assertThat(run.codes()).doesNotContain("client_limited");
  }

  @Test
  void manyShortPausesOfALongRunDoNoHarm() {
    assertThat(judged(Clients.idle().paused(300, 1_500), StarvedClientTest::healthy).codes())
        .doesNotContain("client_limited");
  }
}
