package dev.sweepline.measure;

import static dev.sweepline.measure.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.TokenSource;
import dev.sweepline.measure.verdict.ClientFacts;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.MapAssert;
import org.junit.jupiter.api.Test;

/** Metrics of runs small enough to work out by hand. */
class RunAccumulatorTest {
  private static final Load OPEN = Contexts.open(10);

  private static MapAssert<String, Object> assertThatMetrics(
      RunContext context, RequestBuilder... requests) {
    RunAccumulator run = new RunAccumulator();
    for (RequestBuilder request : requests) {
      run.add(request.build());
    }
    return assertThat(run.finish(context).metrics());
  }

  private static MapAssert<String, Object> assertThatMetrics(RequestBuilder... requests) {
    return assertThatMetrics(Contexts.of(OPEN), requests);
  }

  @Test
  void latenciesStartAtTheDueTimeAndServiceAtSending() {
    assertThatMetrics(request(0, 1_000).sent(3_000L).firstToken(10_000).gaps(5_000))
        .containsEntry("ttft_p50", 9.0)
        .containsEntry("service_ttft_p50", 7.0)
        .containsEntry("e2e_latency_p50", 14.0)
        .containsEntry("service_e2e_latency_p50", 12.0)
        .containsEntry("client_lateness_p50", 2.0);
  }

  @Test
  void tokenTimeIsRoundedHalfUpToMicroseconds() {
    assertThatMetrics(request(0, 0).gaps(4, 3).outputTokens(3)).containsEntry("tpot_p50", 0.004);
  }

  @Test
  void oneTokenHasNoTimePerToken() {
    assertThatMetrics(request(0, 0)).containsEntry("tpot_p50", null);
  }

  @Test
  void anAnswerThatIsNotStreamedHasItsEndOnly() {
    assertThatMetrics(request(0, 0).whole(100, 50_000), request(1, 100_000).whole(60, 40_000))
        .containsEntry("e2e_latency_p50", 45.0)
        .containsEntry("service_e2e_latency_p50", 45.0)
        .containsEntry("ttft_mean", null)
        .containsEntry("ttft_p50", null)
        .containsEntry("service_ttft_p50", null)
        .containsEntry("tpot_p50", null)
        .containsEntry("itl_p50", null)
        .containsEntry("itl_basis", null)
        .containsEntry("success_rate", 1.0)
        .containsEntry("slo_attainment", 1.0)
        .containsEntry("throughput_tokens_per_sec", 160 / 0.14);
  }

  @Test
  void tokensOfAnAnswerThatIsNotStreamedArriveAtItsEnd() {
    assertThatMetrics(
            request(0, 0).whole(10, 50_000),
            request(1, 500_000).whole(10, 50_000),
            request(2, 1_000_000).whole(10, 50_000))
        .containsEntry("steady_tokens_per_sec", 20.0);
  }

  @Test
  void gapsArePooledOverRequests() {
    assertThatMetrics(request(0, 0).gaps(1_000, 1_000, 1_000), request(1, 0).gaps(9_000))
        .containsEntry("itl_mean", 3.0)
        .containsEntry("itl_p50", 1.0)
        .containsEntry("itl_basis", "token");
  }

  @Test
  void aGapBeforeSeveralTokensIsAsManyGaps() {
    assertThatMetrics(request(0, 0).gaps(9_000, 1_001).gapTokens(3, 2).outputTokens(6))
        .containsEntry("itl_mean", (3 * 3.0 + 2 * 0.501) / 5)
        .containsEntry("itl_p50", 3.0)
        .containsEntry("itl_basis", "token");
  }

  @Test
  void gapsBetweenEventsOfUnknownTokensSayWhatTheyAre() {
    assertThatMetrics(request(0, 0).gaps(9_000).outputTokens(5))
        .containsEntry("itl_p50", 9.0)
        .containsEntry("itl_basis", "event");
  }

  @Test
  void eventsTakenForTokensSayWhatTheyAre() {
    assertThatMetrics(request(0, 0).gaps(9_000).tokenSource(TokenSource.EVENTS))
        .containsEntry("itl_basis", "event");
  }

  @Test
  void throughputIsOverTheTimeOfAttemptedRequests() {
    assertThatMetrics(
            request(0, 1_000_000).firstToken(2_000_000).gaps(1_000_000),
            request(1, 2_000_000).failed(Outcome.RESET, null).end(5_000_000),
            request(2, 9_000_000).notSent())
        .containsEntry("total_time", 4.0)
        .containsEntry("throughput_tokens_per_sec", 0.5)
        .containsEntry("throughput_requests_per_sec", 0.25)
        .containsEntry("served_rate", 0.5)
        .containsEntry("success_rate", 0.5)
        .containsEntry("num_requests", 2.0)
        .containsEntry("failed_requests", 1.0);
  }

  @Test
  void aStatedDurationDecides() {
    assertThatMetrics(Contexts.foreign(OPEN, 8, ClientFacts.UNKNOWN), request(0, 0).gaps(1_000))
        .containsEntry("total_time", 8.0)
        .containsEntry("throughput_tokens_per_sec", 0.25)
        .containsEntry("measured_from", "dispatched");
  }

  @Test
  void aServerOfKnownSizeHasFiguresPerGpu() {
    RunContext context = Contexts.on(OPEN, 2, 4, null, 1);
    assertThatMetrics(context, request(0, 0).firstToken(500_000).gaps(500_000))
        .containsEntry("throughput_tokens_per_sec", 2.0)
        .containsEntry("throughput_tokens_per_sec_per_gpu", 0.25)
        .containsEntry("throughput_requests_per_sec_per_gpu", 0.125);
  }

  @Test
  void aServerOfUnknownSizeHasNone() {
    assertThatMetrics(request(0, 0).gaps(1_000))
        .containsEntry("throughput_tokens_per_sec_per_gpu", null);
  }

  /** Ten requests, one a second, each of five tokens in its first 5 ms. */
  private static RequestBuilder[] aSecondApart() {
    return IntStream.range(0, 10)
        .mapToObj(i -> request(i, i * 1_000_000L).tokens(5, 1_000))
        .toArray(RequestBuilder[]::new);
  }

  @Test
  void steadyTokensAreThoseReceivedDuringDispatch() {
    assertThatMetrics(aSecondApart()).containsEntry("steady_tokens_per_sec", 9 * 5 / 9.0);
  }

  @Test
  void aWindowOfFewAnswersIsNotSteady() {
    assertThatMetrics(
            request(0, 0).firstToken(900_000).gaps(101_000),
            request(1, 5_000_000).firstToken(5_900_000).gaps(101_000))
        .containsEntry("steady_tokens_per_sec", null);
  }

  @Test
  void theRateAchievedIsThatOfTheSends() {
    assertThatMetrics(aSecondApart())
        .containsEntry("offered_rate", 10.0)
        .containsEntry("achieved_rate", 1.0);
  }

  @Test
  void aSingleRequestHasNoRate() {
    assertThatMetrics(request(0, 0)).containsEntry("achieved_rate", null);
  }

  @Test
  void inFlightIsCountedFromSendingToTheEnd() {
    assertThatMetrics(
            request(0, 0).sent(0L).end(3_000_000),
            request(1, 0).sent(1_000_000L).firstToken(1_000_001).end(2_000_000),
            request(2, 0).sent(2_000_000L).firstToken(2_000_001).end(4_000_000))
        .containsEntry("in_flight_max", 2.0)
        .containsEntry("in_flight_mean", 1.5);
  }

  @Test
  void goodRequestsMeetEveryObjective() {
    assertThatMetrics(
            request(0, 0).firstToken(2_000_000),
            request(1, 0).firstToken(2_000_001),
            request(2, 0).gaps(100_000, 100_000),
            request(3, 0).gaps(100_001, 100_001),
            request(4, 0).failed(Outcome.RESET, null).end(4_000_000))
        .containsEntry("slo_attainment", 0.4)
        .containsEntry("goodput_requests_per_sec", 0.5);
  }

  @Test
  void aClosedLoopHasNeitherRateNorLateness() {
    assertThatMetrics(Contexts.of(Contexts.closed(2)), aSecondApart())
        .containsEntry("offered_rate", null)
        .containsEntry("client_lateness_p99", null);
  }

  @Test
  void warmupEntersNoFigure() {
    assertThatMetrics(
            request(0, 0).phase(Phase.WARMUP).firstToken(9_000_000),
            request(1, 10_000_000).firstToken(10_004_000))
        .containsEntry("ttft_max", 4.0)
        .containsEntry("num_requests", 1.0)
        .containsEntry("in_flight_max", 1.0);
  }

  @Test
  void requestsKnownOnlyByNumberWereAttemptedAndNotServed() {
    RunAccumulator run = new RunAccumulator();
    run.addUnrecordedFailures(1000);
    assertThat(run.finish(Contexts.foreign(OPEN, 100, ClientFacts.UNKNOWN)).metrics())
        .containsEntry("num_requests", 1000.0)
        .containsEntry("failed_requests", 1000.0)
        .containsEntry("success_rate", 0.0)
        .containsEntry("throughput_tokens_per_sec", 0.0)
        .containsEntry("ttft_p50", null)
        .containsEntry("in_flight_max", null);
  }

  @Test
  void countsAreOfAllPhases() {
    RunAccumulator run = new RunAccumulator();
    run.add(request(0, 0).phase(Phase.WARMUP).build());
    run.add(request(1, 0).build());
    run.add(request(2, 0).notSent().build());
    assertThat(run.finish(Contexts.of(OPEN)).counts())
        .containsOnly(Map.entry(Outcome.OK, 2), Map.entry(Outcome.NOT_SENT, 1));
  }

  @Test
  void aRunGoesOnAfterALookAtIt() {
    RunAccumulator run = new RunAccumulator();
    run.add(request(0, 0).build());
    run.finish(Contexts.of(OPEN));
    run.add(request(1, 0).build());
    assertThat(run.finish(Contexts.of(OPEN)).metrics()).containsEntry("num_requests", 2.0);
  }
}
