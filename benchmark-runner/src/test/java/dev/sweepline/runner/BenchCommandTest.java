package dev.sweepline.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.RunSummary;
import dev.sweepline.runner.stub.Conversation;
import dev.sweepline.runner.stub.StubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class BenchCommandTest {
  @TempDir Path folder;

  @Test
  void aClosedRunIsReadBackWhole() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(3))) {
      BenchCall bench = new BenchCall(folder, server.url());

      BenchCall.Ended ended = bench.run(bench.dataset(40, 3), "--concurrency", "4", "--ignore-eos");

      assertThat(ended.err()).isEmpty();
      assertThat(ended.exitCode()).isEqualTo(ExitCode.OK.status());
      List<RequestRecord> records = bench.records();
      assertThat(records).hasSize(40).allMatch(record -> record.outcome() == Outcome.OK);
      assertThat(records).allMatch(record -> record.events() == 3);
      assertThat(records).extracting(RequestRecord::index).doesNotHaveDuplicates();
      assertThat(records).extracting(RequestRecord::promptId).doesNotHaveDuplicates();
      RunSummary summary = bench.summary();
      assertThat(summary.counts()).containsEntry(Outcome.OK, 40);
      assertThat(summary.client().inFlightMax()).isLessThanOrEqualTo(4);
      assertThat(summary.server().model()).isEqualTo(Conversation.MODEL);
      assertThat(summary.server().version()).isEqualTo("1.2.3-stub");
      assertThat(summary.header())
          .isEqualTo(BenchCall.header(bench.files("requests_", ".jsonl").get(0)));
      assertThat(bench.files("config", ".json")).hasSize(1);
      assertThat(bench.files("requests_", ".part")).isEmpty();
      assertThat(ended.out()).contains("verdict:");
      assertThat(ended.out().lines()).allMatch(line -> line.length() <= 80 || line.contains("/"));
    }
  }

  @Test
  void anOpenRunSendsTheScheduleAfterItsWarmUp() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(2))) {
      BenchCall bench = new BenchCall(folder, server.url());

      BenchCall.Ended ended =
          bench.run(
              bench.dataset(60, 2),
              "--request-rate",
              "200",
              "--arrival",
              "poisson",
              "--max-prompts",
              "50",
              "--warmup-requests",
              "10");

      assertThat(ended.err()).isEmpty();
      List<RequestRecord> records = bench.records();
      List<RequestRecord> warmups =
          records.stream().filter(record -> record.phase() == Phase.WARMUP).toList();
      List<RequestRecord> measured =
          records.stream().filter(record -> record.phase() == Phase.MEASURE).toList();
      assertThat(warmups).hasSize(10);
      assertThat(measured).hasSize(50);
      long warmEnd = warmups.stream().mapToLong(RequestRecord::endUs).max().orElseThrow();
      assertThat(measured).allMatch(record -> record.scheduledUs() > warmEnd);
      assertThat(warmups)
          .extracting(RequestRecord::promptId)
          .doesNotContainAnyElementsOf(measured.stream().map(RequestRecord::promptId).toList());
    }
  }

  @Test
  void theNextAttemptOfARepeatIsTaken() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(1))) {
      BenchCall bench = new BenchCall(folder, server.url());
      Path dataset = bench.dataset(3, 1);

      bench.run(dataset, "--concurrency", "1");
      bench.run(dataset, "--concurrency", "1");

      assertThat(bench.files("results_", ".json"))
          .extracting(file -> file.getFileName().toString().replaceAll(".*-", ""))
          .containsExactly("a1.json", "a2.json");
    }
  }

  @Test
  void requestsCarryTheirIdAndWhatWasAskedFor() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(5))) {
      BenchCall bench = new BenchCall(folder, server.url());

      bench.run(
          bench.dataset(1, 9),
          "--concurrency",
          "1",
          "--ignore-eos",
          "--max-output-tokens",
          "5",
          "--endpoint",
          "chat",
          "--temperature",
          "0");

      Conversation sent = server.seen().element();
      assertThat(sent.requestLine()).isEqualTo("POST /v1/chat/completions HTTP/1.1");
      assertThat(sent.header("x-request-id")).isEqualTo(bench.records().get(0).requestId());
      assertThat(sent.body().toString())
          .isEqualTo(
              "{\"model\":\"stub-model\",\"messages\":[{\"role\":\"user\",\"content\":\"prompt 0\"}],"
                  + "\"temperature\":0.0,\"max_tokens\":5,\"ignore_eos\":true,\"min_tokens\":5,"
                  + "\"stream\":true,\"stream_options\":{\"include_usage\":true}}");
    }
  }

  @Test
  void aRunWithoutASuccessIsInvalid() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.json(500, "{}"))) {
      BenchCall bench = new BenchCall(folder, server.url());

      assertThat(bench.run(bench.dataset(5, 1), "--concurrency", "1").exitCode())
          .isEqualTo(ExitCode.ALL_INVALID.status());
      assertThat(bench.summary().counts()).containsEntry(Outcome.HTTP_ERROR, 5);
    }
  }

  @Test
  void theServersConfigurationNamesTheExperiment() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(1))) {
      BenchCall bench = new BenchCall(folder, server.url());
      Path config = folder.resolve("c.json");
      Files.writeString(config, "{\"model\":\"m\",\"nodes\":1,\"gpus_per_node\":8}");

      bench.run(bench.dataset(1, 1), "--concurrency", "1", "--config-file", config.toString());

      RunSummary summary = bench.summary();
      assertThat(summary.config().gpus()).isEqualTo(8);
      assertThat(bench.results().resolve(summary.config().experimentId()).resolve("config.json"))
          .exists();
    }
  }

  @Test
  void connectionsAndRequestsInFlightKeepToTheirLimit() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(3))) {
      BenchCall bench = new BenchCall(folder, server.url());

      bench.run(bench.dataset(300, 3), "--request-rate", "inf", "--max-connections", "7");

      assertThat(bench.summary().client().inFlightMax()).isEqualTo(7);
      assertThat(server.connections()).isLessThanOrEqualTo(7);
      assertThat(bench.summary().counts()).containsEntry(Outcome.OK, 300);
    }
  }
}
