package dev.sweepline.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.RunSummary;
import dev.sweepline.contract.RunSummary.Verdict;
import dev.sweepline.runner.stub.Conversation;
import dev.sweepline.runner.stub.StubServer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that end before their time, in a process of their own. */
@Timeout(60)
final class BenchStopTest {
  @TempDir private Path folder;

  @Test
  void aSignalLeavesAReadableRunThatIsMarkedInterrupted() throws Exception {
    CountDownLatch stalled = new CountDownLatch(3);
    StubServer.Script script =
        conversation -> {
          if (conversation.header("x-request-id").matches(".*-(?:5|6|7)")) {
            stalled.countDown();
            conversation.stall();
          } else {
            conversation.good(2);
          }
        };
    try (StubServer server = new StubServer(script)) {
      BenchCall bench = new BenchCall(folder, server.url());
      Process process =
          bench.start(bench.dataset(2000, 2), Map.of(), "--request-rate", "20", "--grace", "0.1");
      stalled.await();
      process.destroy();

      assertThat(process.waitFor()).isEqualTo(ExitCode.INTERRUPTED.status());
      assertThat(bench.files("requests_", ".jsonl")).isEmpty();
      List<RequestRecord> records = BenchCall.records(bench.files("requests_", ".part").get(0));
      assertThat(records).hasSize(2000);
      assertThat(records)
          .filteredOn(record -> record.outcome() == Outcome.CANCELLED)
          .extracting(RequestRecord::index)
          .contains(5, 6, 7);
      RunSummary summary = bench.summary();
      assertThat(summary.verdict().state()).isEqualTo(Verdict.State.INVALID);
      assertThat(summary.verdict().reasons())
          .extracting(RunSummary.Reason::code)
          .contains("interrupted");
    }
  }

  @Test
  void aStreamThatEndsInItsGraceIsRecordedAsItEnded() throws Exception {
    CountDownLatch held = new CountDownLatch(3);
    CountDownLatch go = new CountDownLatch(1);
    StubServer.Script script =
        conversation -> {
          held.countDown();
          go.await();
          conversation.good(2);
        };
    try (StubServer server = new StubServer(script)) {
      BenchCall bench = new BenchCall(folder, server.url());
      Process process =
          bench.start(bench.dataset(2000, 2), Map.of(), "--concurrency", "3", "--grace", "3600");
      held.await();
      process.destroy();
      bench.awaitError("stopping");
      go.countDown();

      assertThat(process.waitFor()).isEqualTo(ExitCode.INTERRUPTED.status());
      assertThat(BenchCall.records(bench.files("requests_", ".part").get(0)))
          .hasSize(3)
          .allMatch(record -> record.outcome() == Outcome.OK);
      assertThat(bench.summary().verdict().reasons())
          .extracting(RunSummary.Reason::code)
          .contains("interrupted");
    }
  }

  @Test
  void aSecondSignalEndsTheRunAtOnce() throws Exception {
    CountDownLatch stalled = new CountDownLatch(4);
    StubServer.Script script =
        conversation -> {
          if (conversation.header("x-request-id").endsWith("-0")) {
            conversation.good(2);
          } else {
            stalled.countDown();
            conversation.stall();
          }
        };
    try (StubServer server = new StubServer(script)) {
      BenchCall bench = new BenchCall(folder, server.url());
      Process process =
          bench.start(bench.dataset(2000, 2), Map.of(), "--concurrency", "4", "--grace", "3600");
      stalled.await();
      process.destroy();
      bench.awaitError("stopping");
      process.destroy();

      assertThat(process.waitFor()).isEqualTo(ExitCode.INTERRUPTED.status());
      assertThat(bench.error()).contains("a second signal");
      assertThat(bench.files("results_", ".json")).isEmpty();
      assertThat(BenchCall.records(bench.files("requests_", ".part").get(0)))
          .extracting(RequestRecord::outcome)
          .containsExactly(Outcome.OK);
    }
  }

  @Test
  void aFullDiskIsOneErrorAndDamagesNothing() throws Exception {
    try (StubServer server = new StubServer(conversation -> conversation.good(2))) {
      BenchCall bench = new BenchCall(folder, server.url());
      Process process = bench.startOnASmallDisk(40, bench.dataset(300, 2), "--concurrency", "4");

      assertThat(process.waitFor()).isEqualTo(ExitCode.CANNOT_WRITE.status());
      assertThat(bench.error().lines().filter(line -> !line.startsWith("SLF4J")))
          .singleElement(STRING)
          .startsWith("bench: ")
          .contains(".part: cannot be written: ", "what was written before is whole");
      assertThat(bench.files("results_", ".json")).isEmpty();
      Path part = bench.files("requests_", ".part").get(0);
      assertThat(Files.readString(part)).endsWith("}\n");
      assertThat(BenchCall.records(part))
          .hasSizeBetween(20, 299)
          .allMatch(record -> record.outcome() == Outcome.OK);
    }
  }

  /** Nothing is held back for later: the last record comes although no other follows it. */
  @Test
  void aKilledRunKeepsEveryRequestThatHadEnded() throws Exception {
    int answered = 300;
    AtomicInteger requests = new AtomicInteger();
    StubServer.Script script =
        conversation -> {
          boolean sample = conversation.requestLine().startsWith("GET");
          if (sample || requests.incrementAndGet() <= answered) {
            conversation.good(2);
          } else {
            conversation.stall();
          }
        };
    try (StubServer server = new StubServer(script)) {
      BenchCall bench = new BenchCall(folder, server.url());
      Process process = bench.start(bench.dataset(2000, 2), Map.of(), "--concurrency", "8");
      Path part = bench.awaitLines(1 + answered);
      process.destroyForcibly().waitFor();

      assertThat(BenchCall.records(part))
          .hasSize(answered)
          .allMatch(record -> record.outcome() == Outcome.OK);
      try (FileChannel reader = FileChannel.open(part, StandardOpenOption.WRITE)) {
        assertThat(reader.tryLock()).as("the dead writer's lock").isNotNull();
      }
    }
  }

  @Test
  void aStalledStreamNeverStallsTheRun() throws IOException {
    StubServer.Script script =
        conversation -> {
          if (conversation.prompt().equals("prompt 3")) {
            stallInStream(conversation);
          } else {
            conversation.good(2);
          }
        };
    try (StubServer server = new StubServer(script)) {
      BenchCall bench = new BenchCall(folder, server.url());

      bench.run(bench.dataset(40, 2), "--concurrency", "2", "--idle-timeout", "0.3");

      assertThat(bench.summary().counts())
          .containsEntry(Outcome.OK, 39)
          .containsEntry(Outcome.IDLE_TIMEOUT, 1);
    }
  }

  private static void stallInStream(Conversation conversation) throws IOException {
    conversation.startStream();
    conversation.token("a");
    conversation.stall();
  }
}
