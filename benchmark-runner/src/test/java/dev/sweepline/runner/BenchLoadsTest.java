package dev.sweepline.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.RunSummary;
import dev.sweepline.contract.RunSummary.Verdict;
import dev.sweepline.runner.stub.Conversation;
import dev.sweepline.runner.stub.StubServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several loads in one call, and loads of other shapes than a rate or a number of slots. */
@Timeout(60)
final class BenchLoadsTest {
  @TempDir private Path folder;

  private static List<RunSummary> summaries(BenchCall bench) throws IOException {
    return bench.files("results_", ".json").stream()
        .map(file -> ContractJson.read(RunSummary.class, file))
        .toList();
  }

  private static List<Load> loads(BenchCall bench) throws IOException {
    return summaries(bench).stream().map(summary -> summary.header().load()).toList();
  }

  /** A busy machine may void the good load too, which its verdict tells. */
  private static boolean anyUsable(BenchCall bench) throws IOException {
    return summaries(bench).stream()
        .anyMatch(summary -> summary.verdict().state() != Verdict.State.INVALID);
  }

  private static List<String> prompts(Path requests) {
    try {
      return BenchCall.records(requests).stream().map(RequestRecord::promptId).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<RequestRecord> phase(BenchCall bench, Phase phase) throws IOException {
    return bench.records().stream().filter(record -> record.phase() == phase).toList();
  }

  @Test
  void eachLoadOfAListHasItsOwnFilesAndPromptsOrder() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(1))) {
      BenchCall bench = new BenchCall(folder, server.url());

      BenchCall.Ended ended = bench.run(bench.dataset(20, 1), "--concurrency", "1,2,3");

      assertThat(ended.err()).isEmpty();
      assertThat(loads(bench)).extracting(Load::slug).containsExactly("conc1", "conc2", "conc3");
      assertThat(ended.out()).startsWith("loads in this order (seed 42, repeat 1): conc");
      assertThat(bench.files("requests_", ".jsonl"))
          .extracting(BenchLoadsTest::prompts)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void aListCanBeGivenInParts() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(1))) {
      BenchCall bench = new BenchCall(folder, server.url());

      BenchCall.Ended ended =
          bench.run(bench.dataset(5, 1), "--request-rate", "100,200", "--request-rate", "inf");

      assertThat(ended.err()).isEmpty();
      assertThat(loads(bench))
          .extracting(Load::slug)
          .containsExactly("rate100", "rate200", "rateinf");
    }
  }

  @Test
  void withSeveralLoadsEachPromptBeginsWithATextOfItsOwn() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(1))) {
      BenchCall bench = new BenchCall(folder, server.url());

      bench.run(bench.dataset(5, 1), "--concurrency", "1,2");

      assertThat(server.seen()).hasSize(10);
      for (Conversation sent : server.seen()) {
        assertThat(sent.prompt()).startsWith(sent.header("x-request-id") + " prompt ");
      }
      assertThat(loads(bench)).extracting(Load::uniquePrefix).containsExactly(true, true);
    }
  }

  @Test
  void thePrefixCacheCanBeKept() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(1))) {
      BenchCall bench = new BenchCall(folder, server.url());

      bench.run(bench.dataset(5, 1), "--concurrency", "1,2", "--keep-prefix-cache");

      assertThat(server.seen()).extracting(Conversation::prompt).contains("prompt 0");
      assertThat(loads(bench)).extracting(Load::uniquePrefix).containsOnlyNulls();
    }
  }

  @Test
  void oneBadLoadIsAVerdictAndNoExit() throws IOException {
    AtomicInteger requests = new AtomicInteger();
    StubServer.Script script =
        conversation -> {
          if (requests.incrementAndGet() <= 40) {
            conversation.good(1);
          } else {
            conversation.json(500, "{}");
          }
        };
    try (StubServer server = new StubServer(script)) {
      BenchCall bench = new BenchCall(folder, server.url());
      Path dataset = bench.dataset(40, 1);

      int first = bench.run(dataset, "--concurrency", "1,2").exitCode();
      assertThat(summaries(bench))
          .filteredOn(summary -> summary.counts().containsKey(Outcome.HTTP_ERROR))
          .hasSize(1);
      assertThat(first)
          .isEqualTo(anyUsable(bench) ? ExitCode.OK.status() : ExitCode.ALL_INVALID.status());

      assertThat(bench.run(dataset, "--concurrency", "3,4").exitCode())
          .isEqualTo(ExitCode.ALL_INVALID.status());
    }
  }

  @Test
  void aRampEndsAfterItsSeconds() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(1))) {
      BenchCall bench = new BenchCall(folder, server.url());

      BenchCall.Ended ended = bench.run(bench.dataset(60, 1), "--ramp", "0:100:1");

      assertThat(ended.err()).isEmpty();
      assertThat(bench.records()).hasSize(50);
      assertThat(bench.summary().header().load().slug()).isEqualTo("ramp0to100");
    }
  }

  @Test
  void aTraceGivesArrivalsLimitsAndLengths() throws IOException {
    Path trace = folder.resolve("trace.jsonl");
    Files.writeString(
        trace,
        """
        {"timestamp": 5000, "input_length": 90, "output_length": 3}
        {"timestamp": 5060, "input_length": 10, "output_length": 0}
        {"timestamp": 5120, "input_length": 10, "output_length": 7}
        """);
    Path dataset = folder.resolve("d.jsonl");
    Files.writeString(
        dataset,
        """
        {"id": "short", "prompt": "a", "prompt_length": 12}
        {"id": "long", "prompt": "b", "prompt_length": 80}
        """);
    try (StubServer server = new StubServer(conversation -> conversation.good(3))) {
      BenchCall bench = new BenchCall(folder, server.url());

      BenchCall.Ended ended = bench.run(dataset, "--trace", trace.toString());

      assertThat(ended.err())
          .contains("--trace: 1 requests with an answer of 0 tokens are left out");
      List<RequestRecord> records =
          bench.records().stream().sorted((a, b) -> Integer.compare(a.index(), b.index())).toList();
      assertThat(records).extracting(RequestRecord::promptId).containsExactly("long", "short");
      assertThat(records).extracting(RequestRecord::requestedOutputTokens).containsExactly(3, 7);
      assertThat(records.get(1).scheduledUs() - records.get(0).scheduledUs()).isEqualTo(120_000);
      assertThat(bench.summary().header().load().traceSha256()).hasSize(64);
    }
  }

  @Test
  void requestsThatWaitForAPlaceShowIt() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(3))) {
      BenchCall bench = new BenchCall(folder, server.url());

      bench.run(bench.dataset(300, 3), "--request-rate", "inf", "--max-in-flight", "7");

      assertThat(bench.summary().client().inFlightMax()).isEqualTo(7);
      assertThat(bench.summary().counts()).containsEntry(Outcome.OK, 300);
      assertThat(bench.records())
          .filteredOn(record -> !Objects.equals(record.admittedUs(), record.scheduledUs()))
          .hasSizeGreaterThan(200);
    }
  }

  @Test
  void aDrainIsRecordedAndNotMeasured() throws IOException {
    CountDownLatch eight = new CountDownLatch(8);
    StubServer.Script script =
        conversation -> {
          eight.countDown();
          if (conversation.header("x-request-id").endsWith("-4")) {
            eight.await();
          }
          conversation.good(1);
        };
    try (StubServer server = new StubServer(script)) {
      BenchCall bench = new BenchCall(folder, server.url());

      bench.run(bench.dataset(5, 1), "--concurrency", "2", "--drain");

      assertThat(phase(bench, Phase.MEASURE)).hasSize(5);
      assertThat(phase(bench, Phase.DRAIN)).hasSizeGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void tooManyFailuresStopALoad() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.json(500, "{}"))) {
      BenchCall bench = new BenchCall(folder, server.url());

      BenchCall.Ended ended =
          bench.run(bench.dataset(4000, 1), "--concurrency", "2", "--stop-on-error-rate", "0.5");

      assertThat(ended.exitCode()).isEqualTo(ExitCode.ALL_INVALID.status());
      assertThat(ended.err()).contains("was stopped: 20 of its last 20 requests failed");
      assertThat(bench.summary().counts().get(Outcome.HTTP_ERROR)).isBetween(20, 3000);
    }
  }

  @Test
  void aDeadlineStopsALoadAndTheNextBegins() throws IOException {
    try (StubServer server = new StubServer(Conversation::stall)) {
      BenchCall bench = new BenchCall(folder, server.url());

      BenchCall.Ended ended =
          bench.run(
              bench.dataset(5, 1), "--concurrency", "1,2", "--run-deadline", "0.3", "--grace", "0");

      assertThat(ended.exitCode()).isEqualTo(ExitCode.ALL_INVALID.status());
      assertThat(ended.err().lines())
          .hasSize(2)
          .allMatch(line -> line.endsWith("was stopped: its deadline of 0.3 s is over"));
      assertThat(bench.files("results_", ".json")).hasSize(2);
    }
  }
}
