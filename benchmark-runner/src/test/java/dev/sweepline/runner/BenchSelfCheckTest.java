package dev.sweepline.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Ceiling;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.RunSummary.Client;
import dev.sweepline.runner.meter.ThisHost;
import dev.sweepline.runner.stub.StubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a summary says of the client, with and without a self test among the results. */
@Timeout(60)
final class BenchSelfCheckTest {
  private static final Path DOCUMENTED =
      Path.of(System.getProperty("sweepline.root"), "docs", "contracts", RunFiles.SELF_TEST);

  @TempDir Path folder;

  /** Runs with the documented self test, as if it had been taken on that host. */
  private Client clientWithSelfTestOf(String hostId) throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(3))) {
      BenchCall bench = new BenchCall(folder, server.url());
      Files.createDirectories(bench.results());
      Files.writeString(
          bench.results().resolve(RunFiles.SELF_TEST),
          Files.readString(DOCUMENTED)
              .replaceFirst("\"host_id\": \"\\w+\"", "\"host_id\": \"" + hostId + '"'));
      bench.run(bench.dataset(20, 3), "--concurrency", "2", "--ignore-eos");
      return bench.summary().client();
    }
  }

  @Test
  void theWordAndTheCeilingOfThisHostAreInTheSummary() throws IOException {
    Client client = clientWithSelfTestOf(ThisHost.id());
    assertThat(client.selfCheck()).isEqualTo("good");
    assertThat(client.ceiling()).isEqualTo(new Ceiling(4_000, 160_000, 4_000));
  }

  @Test
  void thoseOfAnotherHostAreNot() throws IOException {
    Client client = clientWithSelfTestOf("0123456789ab");
    assertThat(client.selfCheck()).isNull();
    assertThat(client.ceiling()).isNull();
  }

  @Test
  void theClientsReadsAndEventsAreInTheSummary() throws IOException {
    Client client = clientWithSelfTestOf("0123456789ab");
    assertThat(client.bytesPerRead()).isPositive();
    assertThat(client.eventsPerRead()).isPositive();
    assertThat(client.gcPauses()).isNotNull();
  }
}
