package dev.sweepline.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ContractJson;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
      Process process = bench.start(bench.dataset(2000, 2), Map.of(), "--request-rate", "20");
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
  void aKilledRunKeepsEveryRequestThatEndedInTime() throws Exception {
    Map<String, Long> answeredNs = new ConcurrentHashMap<>();
    CountDownLatch enough = new CountDownLatch(300);
    StubServer.Script script =
        conversation -> {
          conversation.good(2);
          answeredNs.put(conversation.header("x-request-id"), System.nanoTime());
          enough.countDown();
        };
    try (StubServer server = new StubServer(script)) {
      BenchCall bench = new BenchCall(folder, server.url());
      Process process = bench.start(bench.dataset(2000, 2), Map.of(), "--request-rate", "500");
      enough.await();
      process.destroyForcibly();
      long killedNs = System.nanoTime();
      process.waitFor();

      Path part = bench.files("requests_", ".part").get(0);
      List<String> lines = new ArrayList<>(Files.readAllLines(part));
      lines.remove(0);
      List<String> kept = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        kept.add(
            ContractJson.current()
                .line(RequestRecord.class, part.toString(), i + 2L, lines.get(i))
                .requestId());
      }
      long limitNs = killedNs - TimeUnit.MILLISECONDS.toNanos(200);
      assertThat(kept)
          .containsAll(
              answeredNs.entrySet().stream()
                  .filter(entry -> entry.getValue() <= limitNs)
                  .map(Map.Entry::getKey)
                  .toList());
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
