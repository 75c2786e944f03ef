package dev.sweepline.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.Sample;
import dev.sweepline.contract.Sample.Source;
import dev.sweepline.runner.stub.StubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class BenchSamplesTest {
  @TempDir Path folder;

  private static List<Sample> samples(BenchCall bench, Source source) throws IOException {
    return Files.readAllLines(bench.files("metrics_", ".jsonl").get(0)).stream()
        .map(line -> ContractJson.current().line(Sample.class, "metrics", 1, line))
        .filter(sample -> sample.source() == source)
        .toList();
  }

  @Test
  void samplesOfServerAndClientLieAroundTheMeasuredRequests() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(3))) {
      BenchCall bench = new BenchCall(folder, server.url() + "/v1");

      bench.run(bench.dataset(20, 3), "--concurrency", "4");

      long firstSentUs =
          bench.records().stream().mapToLong(RequestRecord::sentUs).min().orElseThrow();
      long lastEndUs = bench.records().stream().mapToLong(RequestRecord::endUs).max().orElseThrow();
      for (Source source : Source.values()) {
        List<Sample> samples = samples(bench, source);
        assertThat(samples.get(0).atUs()).isLessThanOrEqualTo(firstSentUs);
        assertThat(samples.get(samples.size() - 1).atUs()).isGreaterThanOrEqualTo(lastEndUs);
      }
    }
  }

  @Test
  void samplesNameTheRunAndTheServerLikeItsRequests() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(3))) {
      BenchCall bench = new BenchCall(folder, server.url());

      bench.run(bench.dataset(5, 3), "--concurrency", "1");

      assertThat(samples(bench, Source.SERVER))
          .extracting(Sample::runUid, Sample::endpoint, Sample::numRequestsRunning)
          .containsOnly(tuple(bench.summary().header().runUid(), server.url(), 0.0));
    }
  }

  @Test
  void noSamplesAreTakenWhenNoneAreWanted() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(3))) {
      BenchCall bench = new BenchCall(folder, server.url());

      BenchCall.Ended ended =
          bench.run(bench.dataset(5, 3), "--concurrency", "1", "--metrics-interval", "0");

      assertThat(ended.exitCode()).isEqualTo(ExitCode.OK.status());
      assertThat(bench.files("metrics_", "")).isEmpty();
    }
  }

  @Test
  void metricsMayBeShownElsewhere() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(3));
        StubServer metrics = new StubServer(conversation -> conversation.good(3))) {
      BenchCall bench = new BenchCall(folder, server.url());

      BenchCall.Ended ended =
          bench.run(
              bench.dataset(5, 3),
              "--concurrency",
              "1",
              "--metrics-url",
              metrics.url() + "/metrics");

      assertThat(ended.err()).isEmpty();
      assertThat(samples(bench, Source.SERVER))
          .isNotEmpty()
          .allMatch(sample -> server.url().equals(sample.endpoint()));
    }
  }

  @Test
  void missingMetricsAreOneLineAndNoMore() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(3))) {
      BenchCall bench = new BenchCall(folder, server.url());

      BenchCall.Ended ended =
          bench.run(
              bench.dataset(5, 3),
              "--concurrency",
              "1",
              "--metrics-url",
              "http://127.0.0.1:1/metrics");

      assertThat(ended.exitCode()).isEqualTo(ExitCode.OK.status());
      assertThat(ended.err())
          .matches("metrics: (\\d+) of \\1 scrapes failed \\(http://127.0.0.1:1/metrics: .*\\)\\R");
      assertThat(samples(bench, Source.SERVER)).isEmpty();
      assertThat(bench.summary().metrics()).containsEntry("prom_preemptions", null);
    }
  }

  @Test
  void metricsUrlsAreCountedAgainstTheServers() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(3))) {
      BenchCall bench = new BenchCall(folder, server.url());

      BenchCall.Ended ended =
          bench.run(
              bench.dataset(5, 3),
              "--concurrency",
              "1",
              "--metrics-url",
              "http://a/metrics",
              "--metrics-url",
              "http://b/metrics");

      assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE.status());
      assertThat(ended.err())
          .contains("--metrics-url: must be given once for each --base-url (1), got: 2");
    }
  }

  @Test
  void aMetricsUrlHoldsNoUser() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(3))) {
      BenchCall bench = new BenchCall(folder, server.url());

      BenchCall.Ended ended =
          bench.run(
              bench.dataset(5, 3),
              "--concurrency",
              "1",
              "--metrics-url",
              "http://user:hidden@a/metrics");

      assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE.status());
      assertThat(ended.err()).contains("--metrics-url").doesNotContain("hidden");
    }
  }
}
