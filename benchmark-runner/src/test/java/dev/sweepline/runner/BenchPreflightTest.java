package dev.sweepline.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.runner.stub.Conversation;
import dev.sweepline.runner.stub.StubServer;
import dev.sweepline.runner.stub.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is asked before the load: one line, the documented exit code, nothing written. */
@Timeout(60)
final class BenchPreflightTest {
  @TempDir private Path folder;

  private BenchCall.Ended run(String url, String... options) throws IOException {
    BenchCall bench = new BenchCall(folder, url);
    String[] all = new String[options.length + 2];
    all[0] = "--concurrency";
    all[1] = "1";
    System.arraycopy(options, 0, all, 2, options.length);
    return bench.run(bench.dataset(3, 1), all);
  }

  private void assertRefused(BenchCall.Ended ended, ExitCode exitCode, String... parts) {
    assertThat(ended.err().lines()).as(ended.err()).hasSize(1);
    assertThat(ended.err()).startsWith("bench: ").contains(parts);
    assertThat(ended.exitCode()).isEqualTo(exitCode.status());
    assertThat(folder.resolve("results")).doesNotExist();
  }

  /** Answers by itself, but for what begins so. */
  private static StubServer except(String requestLine, StubServer.Script script)
      throws IOException {
    return StubServer.unaided(
        conversation -> {
          if (conversation.requestLine().startsWith(requestLine)) {
            script.answer(conversation);
          } else if (!conversation.answeredByItself()) {
            conversation.good(1);
          }
        });
  }

  private static int freePort() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return closed.getLocalPort();
    }
  }

  @Test
  void aServerThatIsNotWellIsNotLoaded() throws IOException {
    try (StubServer server = except("GET /health", conversation -> conversation.json(503, ""))) {
      assertRefused(
          run(server.url()), ExitCode.NO_SERVER, server.url() + "/health", "503", "wait until");
    }
  }

  @Test
  void aServerThatDoesNotKnowOfHealthMayBeWell() throws IOException {
    try (StubServer server = except("GET /health", conversation -> conversation.json(404, "{}"))) {
      assertThat(run(server.url()).exitCode()).isZero();
    }
  }

  @Test
  void aRequestThatTheServerDoesNotTakeIsToldInItsWords() throws IOException {
    try (StubServer server =
        except("POST", conversation -> conversation.json(400, "{\"error\":\"no such field\"}"))) {
      assertRefused(
          run(server.url()), ExitCode.REFUSED, "HTTP 400: no such field", "--skip-preflight");
      assertThat(posts(server)).isEqualTo(1);
    }
  }

  @Test
  void aServerThatKeepsFailingIsTriedThreeTimes() throws IOException {
    try (StubServer server = except("POST", conversation -> conversation.json(500, "{}"))) {
      assertRefused(run(server.url()), ExitCode.NO_SERVER, "http_error", "HTTP 500");
      assertThat(posts(server)).isEqualTo(3);
    }
  }

  private static long posts(StubServer server) {
    return server.seen().stream().filter(c -> c.requestLine().startsWith("POST")).count();
  }

  @Test
  void everyServerMustBeThere() throws IOException {
    String nowhere = "http://127.0.0.1:" + freePort();
    try (StubServer server = new StubServer(conversation -> conversation.good(1))) {
      assertRefused(
          run(server.url() + "," + nowhere), ExitCode.NO_SERVER, nowhere, "no server answers");
    }
  }

  @Test
  void everyServerMustListTheModel() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(1));
        StubServer other =
            except(
                "GET /v1/models",
                conversation -> conversation.json(200, "{\"data\":[{\"id\":\"b\"}]}"))) {
      assertRefused(
          run(server.url() + "," + other.url()),
          ExitCode.REFUSED,
          Conversation.MODEL,
          other.url() + " does not list it; it lists b");
    }
  }

  @Test
  void aCertificateThatNobodyKnowsIsToldWithTheRemedy() throws Exception {
    TestCertificate certificate = TestCertificate.make(folder, "ip:127.0.0.1");
    try (StubServer server =
        new StubServer(conversation -> conversation.good(1), certificate.server())) {
      assertRefused(
          run(server.url()), ExitCode.NO_SERVER, "not trusted", "--ca-file", "--insecure");
    }
  }

  @Test
  void aCertificateForAnotherNameIsToldWithTheRemedy() throws Exception {
    TestCertificate certificate = TestCertificate.make(folder, "dns:elsewhere.example");
    try (StubServer server =
        new StubServer(conversation -> conversation.good(1), certificate.server())) {
      assertRefused(
          run(server.url(), "--ca-file", certificate.pem().toString()),
          ExitCode.NO_SERVER,
          "for another name",
          "--base-url");
    }
  }

  @Test
  void aServerWithoutTlsIsNamedSo() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(1))) {
      assertRefused(
          run("https://127.0.0.1:" + server.port()), ExitCode.NO_SERVER, "TLS", "is it http://?");
    }
  }

  @Test
  void aRedirectionIsNotFollowed() throws IOException {
    try (StubServer other = StubServer.unaided(conversation -> conversation.json(200, "{}"));
        StubServer server =
            StubServer.unaided(
                conversation ->
                    conversation.raw(
                        "HTTP/1.1 307 Go\r\nLocation: %s/v1/models\r\nContent-Length: 0\r\n\r\n"
                            .formatted(other.url())))) {
      assertRefused(run(server.url()), ExitCode.NO_SERVER, "HTTP 307");
      assertThat(other.seen()).isEmpty();
    }
  }

  @Test
  void whoeverSkipsItAndNamesTheModelIsTakenAtHisWord() throws IOException {
    try (StubServer server = StubServer.unaided(conversation -> conversation.good(1))) {
      BenchCall.Ended ended =
          run(server.url(), "--skip-preflight", "--model", "m", "--metrics-interval", "0");

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(server.seen()).hasSize(3);
    }
  }
}
