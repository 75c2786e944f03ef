package dev.sweepline.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.Load.Balancing;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.stub.Conversation;
import dev.sweepline.runner.stub.StubServer;
import dev.sweepline.runner.stub.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class BenchTargetsTest {
  @TempDir private Path folder;
  private StubServer server;
  private StubServer other;

  @BeforeEach
  void start() throws IOException {
    server = new StubServer(conversation -> conversation.good(2));
    other = new StubServer(conversation -> conversation.good(2));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    other.close();
  }

  private static Map<String, Long> perEndpoint(BenchCall bench) throws IOException {
    return bench.records().stream()
        .collect(Collectors.groupingBy(RequestRecord::endpoint, Collectors.counting()));
  }

  private BenchCall.Ended run(BenchCall bench, String... options) throws IOException {
    BenchCall.Ended ended = bench.run(bench.dataset(10, 2), options);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return ended;
  }

  private BenchCall call() {
    return new BenchCall(folder, server.url());
  }

  @Test
  void severalServersShareTheLoadInTurn() throws IOException {
    BenchCall bench = new BenchCall(folder, server.url() + "," + other.url());

    run(bench, "--concurrency", "1");

    assertThat(perEndpoint(bench)).isEqualTo(Map.of(server.url(), 5L, other.url(), 5L));
    Load load = bench.summary().load();
    assertThat(load.endpoints()).isEqualTo(2);
    assertThat(load.balancing()).isEqualTo(Balancing.ROUND_ROBIN);
  }

  @Test
  void aRepeatedOptionIsAsGoodAsAComma() throws IOException {
    BenchCall bench = call();

    run(bench, "--base-url", other.url(), "--balancing", "least-in-flight", "--concurrency", "2");

    assertThat(perEndpoint(bench)).containsOnlyKeys(server.url(), other.url());
    assertThat(bench.summary().load().balancing()).isEqualTo(Balancing.LEAST_IN_FLIGHT);
  }

  @Test
  void oneServerNeedsNoBalancing() throws IOException {
    BenchCall bench = call();

    run(bench, "--concurrency", "1");

    assertThat(bench.summary().load().endpoints()).isNull();
    assertThat(bench.summary().load().balancing()).isNull();
  }

  @Test
  void aServerGivenTwiceIsRefused() throws IOException {
    BenchCall bench = new BenchCall(folder, server.url() + "," + server.url() + "/");

    BenchCall.Ended ended = bench.run(bench.dataset(1, 1), "--concurrency", "1");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE.status());
    assertThat(ended.err()).contains("is given twice");
  }

  @Test
  void anUnknownBalancingIsAnsweredWithTheKnownOnes() throws IOException {
    BenchCall bench = call();

    BenchCall.Ended ended =
        bench.run(bench.dataset(1, 1), "--concurrency", "1", "--balancing", "fair");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE.status());
    assertThat(ended.err()).contains("round-robin or least-in-flight", "fair");
  }

  @Test
  void aServerIsLoadedByTls() throws Exception {
    TestCertificate certificate = TestCertificate.make(folder, "ip:127.0.0.1");
    try (StubServer secure =
        new StubServer(conversation -> conversation.good(2), certificate.server())) {
      BenchCall bench = new BenchCall(folder, secure.url());

      run(bench, "--concurrency", "2", "--ca-file", certificate.pem().toString());

      assertThat(bench.summary().counts()).containsEntry(Outcome.OK, 10);
    }
  }

  @Test
  void furtherFieldsAreInEveryBodyAndInTheLoad() throws IOException {
    BenchCall bench = call();

    run(
        bench,
        "--concurrency",
        "1",
        "--extra-body",
        "{\"top_k\": 5, \"stream_options\": {\"continuous_usage_stats\": true}}");

    JsonNode body = server.seen().element().body();
    assertThat(body.path("top_k").intValue()).isEqualTo(5);
    assertThat(body.path("stream_options"))
        .hasToString("{\"include_usage\":true,\"continuous_usage_stats\":true}");
    assertThat(bench.summary().load().extraBody())
        .isEqualTo("{\"stream_options\":{\"continuous_usage_stats\":true},\"top_k\":5}");
  }

  @Test
  void wholeAnswersAreAskedForAsSuch() throws IOException {
    String answer =
        "{\"choices\":[{\"text\":\"a b\",\"finish_reason\":\"length\"}],"
            + "\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}";
    try (StubServer whole =
        StubServer.unaided(
            conversation -> {
              if (conversation.requestLine().startsWith("POST")
                  || !conversation.answeredByItself()) {
                conversation.json(200, answer);
              }
            })) {
      BenchCall bench = new BenchCall(folder, whole.url());

      run(bench, "--concurrency", "1", "--no-stream", "--metrics-interval", "0");

      Conversation sent =
          whole.seen().stream()
              .filter(conversation -> conversation.requestLine().startsWith("POST"))
              .findFirst()
              .orElseThrow();
      assertThat(sent.header("accept")).isEqualTo("application/json");
      assertThat(sent.body().has("stream")).isFalse();
      assertThat(sent.body().has("stream_options")).isFalse();
      assertThat(bench.summary().load().stream()).isFalse();
    }
  }

  @Test
  void noCompressionIsAskedFor() throws IOException {
    run(call(), "--concurrency", "1");

    assertThat(server.seen())
        .allMatch(conversation -> conversation.header("accept-encoding").equals("identity"));
  }

  @Test
  void retriesAreCountedInTheRecordAndTheLoad() throws IOException {
    AtomicBoolean refused = new AtomicBoolean();
    try (StubServer busy =
        new StubServer(
            conversation -> {
              if (refused.compareAndSet(false, true)) {
                conversation.raw("HTTP/1.1 429 No\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n");
              } else {
                conversation.good(2);
              }
            })) {
      BenchCall bench = new BenchCall(folder, busy.url());

      run(bench, "--concurrency", "1", "--retry-429", "1");

      assertThat(bench.records()).extracting(RequestRecord::retries).containsOnlyOnce(1);
      assertThat(bench.summary().counts()).containsEntry(Outcome.OK, 10);
      assertThat(bench.summary().load().maxRetries()).isEqualTo(1);
    }
  }

  @Test
  void aKeyFileThatOthersCanReadIsUsedWithAWarning() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "the-key");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

    BenchCall.Ended ended = run(call(), "--concurrency", "1", "--api-key-file", key.toString());

    assertThat(server.seen())
        .allMatch(conversation -> conversation.header("authorization").equals("Bearer the-key"));
    assertThat(ended.err().lines()).singleElement().asString().contains("others can read it");
  }
}
