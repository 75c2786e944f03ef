package dev.sweepline.measure.server;

import static dev.sweepline.measure.SampleBuilder.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.measure.SampleBuilder;
import dev.sweepline.measure.requests.Window;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerSeriesTest {
  private static final Window MEASURED = new Window(1_000, 3_000);

  private static ServerSeries of(SampleBuilder... samples) {
    ServerLog log = new ServerLog();
    Arrays.stream(samples).map(SampleBuilder::build).forEach(log::add);
    return new ServerSeries(log, MEASURED);
  }

  @Test
  void aCounterCountsFromTheFirstSampleToTheLast() {
    assertThat(
            of(
                    sample(0).preemptions(7),
                    sample(9_000).preemptions(12),
                    sample(2_000).preemptions(8))
                .preemptions())
        .isEqualTo(5);
  }

  @Test
  void aCounterThatWentBackStartsAgainFromZero() {
    ServerSeries server =
        of(
            sample(0).preemptions(7),
            sample(1_000).preemptions(10),
            sample(2_000).preemptions(2),
            sample(3_000).preemptions(4));
    assertThat(server.preemptions()).isEqualTo(3 + 4);
  }

  @Test
  void anotherStartOfTheServerIsARestartEvenWhereTheCounterIsHigher() {
    ServerSeries server =
        of(
            sample(0).preemptions(7).created(1_700_000_000.25),
            sample(1_000).preemptions(9).created(1_700_000_060.5));
    assertThat(server.restarts()).isEqualTo(1);
    assertThat(server.preemptions()).isEqualTo(9);
  }

  @Test
  void theSameStartInOtherDigitsIsNoRestart() {
    ServerSeries server =
        of(
            sample(0).preemptions(7).created(1_700_000_000.25),
            sample(1_000).preemptions(9).created(1_700_000_000.0));
    assertThat(server.restarts()).isZero();
  }

  @Test
  void aCounterThatIsMissingInBetweenIsNoRestart() {
    ServerSeries server = of(sample(0).preemptions(7), sample(1_000), sample(2_000).preemptions(9));
    assertThat(server.restarts()).isZero();
    assertThat(server.preemptions()).isEqualTo(2);
  }

  @Test
  void aRestartBehindAMissingCounterIsSeen() {
    ServerSeries server = of(sample(0).preemptions(7), sample(1_000), sample(2_000).preemptions(1));
    assertThat(server.restarts()).isEqualTo(1);
  }

  @Test
  void countersAreSummedOverEnginesAndEndpoints() {
    ServerSeries server =
        of(
            sample(0).preemptions(1),
            sample(0).engine("1").preemptions(10),
            sample(0).endpoint("http://other").preemptions(100),
            sample(9).preemptions(2),
            sample(9).engine("1").preemptions(12),
            sample(9).endpoint("http://other").preemptions(104));
    assertThat(server.engines()).isEqualTo(3);
    assertThat(server.preemptions()).isEqualTo(1 + 2 + 4);
  }

  @Test
  void aSumWithoutOneOfItsEnginesIsUnknown() {
    ServerSeries server =
        of(
            sample(0).preemptions(1),
            sample(9).preemptions(2),
            sample(9).engine("1").preemptions(12));
    assertThat(server.preemptions()).isNaN();
  }

  @Test
  void withoutSamplesNothingIsKnown() {
    ServerSeries server = of();
    assertThat(server.engines()).isZero();
    assertThat(
            new double[] {
              server.preemptions(),
              server.prefixHitRate(),
              server.ttftMeanMs(),
              server.runningMean(),
              server.cacheUsageMean(),
              server.cacheUsageMax(),
              server.imbalance()
            })
        .containsOnly(Double.NaN);
  }

  @Test
  void theHitRateGoesByTheSourceOfTheTokens() {
    ServerSeries server =
        of(
            sample(0).bySource(100, 50).prefixCache(1_000, 0),
            sample(9).bySource(130, 120).prefixCache(2_000, 900));
    assertThat(server.prefixHitRate()).isEqualTo(70.0 / (70 + 30));
  }

  @Test
  void theHitRateOfAnOlderServerIsHitsByQueries() {
    ServerSeries server = of(sample(0).prefixCache(1_000, 0), sample(9).prefixCache(2_000, 900));
    assertThat(server.prefixHitRate()).isEqualTo(0.9);
  }

  @Test
  void gaugesCountInTheMeasuredWindow() {
    ServerSeries server =
        of(
            sample(0).requests(50, 50),
            sample(1_000).requests(4, 0),
            sample(3_000).requests(8, 1),
            sample(3_001).requests(70, 70));
    assertThat(server.runningMean()).isEqualTo(6);
    assertThat(server.waitingMean()).isEqualTo(0.5);
  }

  @Test
  void runningRequestsAreSummedOverEnginesThatAnswerAtDifferentTimes() {
    ServerSeries server =
        of(
            sample(1_000).requests(4, 0),
            sample(2_000).requests(6, 0),
            sample(1_100).engine("1").requests(20, 0),
            sample(1_600).engine("1").requests(30, 0),
            sample(2_100).engine("1").requests(40, 0));
    assertThat(server.runningMean()).isEqualTo(5 + 30);
    assertThat(server.imbalance()).isEqualTo((30.0 - 5) / 30);
  }

  @Test
  void theLargestCacheUsageIsThatOfTheMeanOverEnginesAtOneMoment() {
    ServerSeries server =
        of(
            sample(1_000).cacheUsage(0.9),
            sample(1_001).engine("1").cacheUsage(0.1),
            sample(2_000).cacheUsage(0.2),
            sample(2_001).engine("1").cacheUsage(0.6));
    assertThat(server.cacheUsageMax()).isEqualTo(0.5);
    assertThat(server.cacheUsageMean()).isEqualTo((0.55 + 0.35) / 2);
  }

  @Test
  void aMomentAtWhichAnEngineIsSilentIsLeftOut() {
    ServerSeries server =
        of(
            sample(1_000).requests(1, 1),
            sample(1_001).engine("1").requests(2, 2),
            sample(2_000).requests(100, 0),
            sample(3_000).requests(3, 3),
            sample(3_004).engine("1").requests(4, 4));
    assertThat(server.held(new Window(0, 9_000)))
        .containsExactly(new Held(1_000, 6), new Held(3_002, 14));
  }

  @Test
  void theServersTtftStartsAtTheLastSampleBeforeTheWindowAndEndsAtTheFirstAfter() {
    ServerSeries server =
        of(
            sample(0).ttft(100, 10),
            sample(900).ttft(150, 20),
            sample(2_000).ttft(151, 24),
            sample(3_100).ttft(152, 30),
            sample(9_000).ttft(900, 90));
    assertThat(server.ttftMeanMs()).isEqualTo(2.0 / 10 * 1000);
  }

  @Test
  void theServersTtftOfARunThatBrokeOffEndsAtTheLastSample() {
    ServerSeries server = of(sample(1_500).ttft(150, 20), sample(2_000).ttft(151, 24));
    assertThat(server.ttftMeanMs()).isEqualTo(250);
  }

  @Test
  void eachKindOfLabelsIsKeptOnce() {
    Map<String, String> sixteen = Map.of("block_size", "16");
    Map<String, String> thirtyTwo = Map.of("block_size", "32");
    ServerSeries server =
        of(
            sample(0).cacheConfig(sixteen),
            sample(0).engine("1").cacheConfig(sixteen),
            sample(5_000).cacheConfig(thirtyTwo));
    assertThat(server.cacheConfigs()).containsExactly(sixteen, thirtyTwo);
  }
}
