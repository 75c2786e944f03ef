package dev.sweepline.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.runner.stub.StubServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input: one line, the documented exit code, nothing written. */
@Timeout(60)
final class BenchRefusalTest {
  @TempDir private Path folder;
  private StubServer server;
  private BenchCall bench;
  private Path dataset;

  @BeforeEach
  void start() throws IOException {
    server = new StubServer(conversation -> conversation.good(1));
    bench = new BenchCall(folder, server.url());
    dataset = bench.dataset(5, 1);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private void assertRefused(BenchCall.Ended ended, ExitCode exitCode, String... parts) {
    assertThat(ended.err().lines()).as(ended.err()).hasSize(1);
    assertThat(ended.err()).startsWith("bench: ").contains(parts);
    assertThat(ended.exitCode()).isEqualTo(exitCode.status());
    assertThat(bench.results()).doesNotExist();
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void anUnknownOptionIsNamedWithTheNearest() {
    assertRefused(
        bench.run(dataset, "--request-rat", "1"),
        ExitCode.USAGE,
        "--request-rat",
        "did you mean --request-rate?");
  }

  @Test
  void oneShapeOfLoadMustBeGiven() {
    assertRefused(bench.run(dataset), ExitCode.USAGE, "--request-rate", "--concurrency");
  }

  @Test
  void twoShapesOfLoadContradict() {
    assertRefused(
        bench.run(dataset, "--request-rate", "1", "--concurrency", "1"),
        ExitCode.USAGE,
        "mutually exclusive");
  }

  @Test
  void aRateIsANumberOrInf() {
    assertRefused(
        bench.run(dataset, "--request-rate", "fast"), ExitCode.USAGE, "--request-rate", "fast");
  }

  @ParameterizedTest
  @CsvSource({
    "--arrival has no meaning with --concurrency, --concurrency 1 --arrival poisson",
    "--burstiness has no meaning with --concurrency, --concurrency 1 --burstiness 2",
    "--burstiness needs --arrival gamma, --request-rate 1 --arrival poisson --burstiness 2",
    "--max-in-flight has no meaning with --concurrency, --concurrency 1 --max-in-flight 2",
    "--drain has no meaning with --request-rate inf, --request-rate inf --drain",
    "--duration has no meaning with --ramp, --ramp 1:2:3 --duration 4",
    "--stop-when-saturated has no meaning with --ramp, --ramp 1:2:3 --stop-when-saturated",
    "must be FROM:TO:SECONDS, --ramp 1:2",
    "must be FROM:TO:SECONDS, --ramp 0:0:10",
    "must be FROM:TO:SECONDS, --ramp 1:2:NaN",
    "the same load is asked for twice, --request-rate 5 --request-rate 5.0",
    "--concurrency must be >= 1, --concurrency 0",
    "stop_on_error_rate, --concurrency 1 --stop-on-error-rate 2",
    "mutually exclusive, --concurrency 1 --unique-prefix --keep-prefix-cache",
    "mutually exclusive, --ramp 1:2:3 --concurrency 1",
  })
  void optionsThatContradictAreNamed(String message, String options) {
    BenchCall.Ended ended = bench.run(dataset, options.split(" "));
    assertRefused(ended, ExitCode.USAGE, "bench");
    assertThat(ended.err().replace(":", "")).contains(message.replace(":", ""));
  }

  @Test
  void aRampThatMayNeedMorePromptsNeedsLeave() {
    assertRefused(bench.run(dataset, "--ramp", "0:10:10"), ExitCode.REFUSED, "--repeat-prompts");
  }

  @Test
  void aTraceThatNeedsPromptsTwiceNeedsLeave() throws IOException {
    Path trace = folder.resolve("trace.csv");
    Files.writeString(trace, "timestamp\n" + "1\n".repeat(6));
    assertRefused(
        bench.run(dataset, "--trace", trace.toString()),
        ExitCode.REFUSED,
        "its 6 requests need some of the 5 prompts twice",
        "--repeat-prompts",
        "--unique-prefix");
  }

  @Test
  void aTraceWithABadLineIsNamed() throws IOException {
    Path trace = folder.resolve("trace.csv");
    Files.writeString(trace, "timestamp\n1\nsoon\n");
    assertRefused(
        bench.run(dataset, "--trace", trace.toString()), ExitCode.MALFORMED, "trace.csv:3: ");
  }

  @Test
  void aMissingDatasetSaysWhereItWasLookedFor() {
    assertRefused(
        bench.run(Path.of("nowhere"), "--concurrency", "1"),
        ExitCode.NO_INPUT,
        "dataset nowhere: no such file, nor in datasets/");
  }

  @Test
  void anEmptyDatasetIsNoInput() throws IOException {
    Files.writeString(dataset, "\n");
    assertRefused(bench.run(dataset, "--concurrency", "1"), ExitCode.NO_INPUT, "has no prompts");
  }

  @Test
  void aLineThatIsNotJsonIsNamed() throws IOException {
    Files.writeString(dataset, "{\"prompt\":\"a\"}\noops\n");
    assertRefused(bench.run(dataset, "--concurrency", "1"), ExitCode.MALFORMED, "prompts.jsonl:2:");
  }

  @Test
  void aLineWithoutAPromptIsNamedWithItsKey() throws IOException {
    Files.writeString(dataset, "{\"prompt\":\"a\"}\n\n{\"id\":\"x\"}\n");
    assertRefused(
        bench.run(dataset, "--concurrency", "1"), ExitCode.MALFORMED, "prompts.jsonl:3: prompt:");
  }

  @Test
  void moreRequestsThanPromptsNeedLeave() {
    assertRefused(
        bench.run(dataset, "--concurrency", "1", "--max-prompts", "6"),
        ExitCode.REFUSED,
        "--max-prompts 6: the dataset has 5",
        "--repeat-prompts");
  }

  @Test
  void aDurationThatMayNeedMorePromptsNeedsLeave() {
    assertRefused(
        bench.run(dataset, "--concurrency", "1", "--duration", "1"),
        ExitCode.REFUSED,
        "--repeat-prompts");
  }

  @Test
  void anUnknownModelIsAnsweredWithTheKnownOnes() {
    assertRefused(
        bench.run(dataset, "--concurrency", "1", "--model", "gpt"),
        ExitCode.REFUSED,
        "--model gpt",
        "stub-model, other");
  }

  @Test
  void aConversationNeedsTheChatEndpoint() throws IOException {
    Files.writeString(
        dataset, "{\"id\":\"c1\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}\n");
    assertRefused(
        bench.run(dataset, "--concurrency", "1"), ExitCode.REFUSED, "c1", "--endpoint chat");
  }

  @Test
  void aMissingConfigurationIsNoInput() {
    assertRefused(
        bench.run(dataset, "--concurrency", "1", "--config-file", "nowhere.json"),
        ExitCode.NO_INPUT,
        "nowhere.json");
  }

  @Test
  void aUrlThatIsNoneIsUsage() {
    BenchCall other = new BenchCall(folder, "ftp://x");
    assertRefused(
        other.run(dataset, "--concurrency", "1"), ExitCode.USAGE, "--base-url", "ftp://x");
  }

  @Test
  void withoutAServerItSaysSo() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    BenchCall other = new BenchCall(folder, "http://127.0.0.1:" + port);
    assertRefused(
        other.run(dataset, "--concurrency", "1"), ExitCode.NO_SERVER, "no server answers");
  }
}
