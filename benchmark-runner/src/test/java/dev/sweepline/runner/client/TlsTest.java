package dev.sweepline.runner.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load.Endpoint;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.access.Access;
import dev.sweepline.runner.access.Trust;
import dev.sweepline.runner.stub.StubServer;
import dev.sweepline.runner.stub.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class TlsTest {
  @TempDir private static Path folder;
  private static TestCertificate here;
  private static TestCertificate elsewhere;

  @BeforeAll
  static void makeCertificates() throws Exception {
    here = TestCertificate.make(folder, "dns:localhost,ip:127.0.0.1");
    elsewhere = TestCertificate.make(folder, "dns:elsewhere.example");
  }

  private static RequestRecord ask(String url, Trust trust) {
    try (LoadClient client =
        Calls.client(List.of(url), new Access(null, List.of(), trust), Calls.load(Endpoint.CHAT))) {
      return Calls.send(client, Calls.request(0, "ok", Endpoint.CHAT)).join();
    }
  }

  private static StubServer server(TestCertificate certificate) throws IOException {
    return new StubServer(conversation -> conversation.good(4), certificate.server());
  }

  @Test
  void aTrustedCertificateIsGoodEnough() throws IOException {
    try (StubServer server = server(here)) {
      assertThat(ask(server.url(), Trust.ofCertificates(here.pem())).outcome())
          .isEqualTo(Outcome.OK);
    }
  }

  @Test
  void anUnknownCertificateGetsNoRequest() throws IOException {
    try (StubServer server = server(here)) {
      RequestRecord record = ask(server.url(), Trust.ofSystem());

      assertThat(record.outcome()).isEqualTo(Outcome.RESET);
      assertThat(record.error()).contains("certification path");
      assertThat(server.seen()).isEmpty();
    }
  }

  @Test
  void aCertificateForAnotherNameGetsNoRequest() throws IOException {
    try (StubServer server = server(elsewhere)) {
      RequestRecord record = ask(server.url(), Trust.ofCertificates(elsewhere.pem()));

      assertThat(record.outcome()).isEqualTo(Outcome.RESET);
      assertThat(record.error()).contains("No subject alternative names");
      assertThat(server.seen()).isEmpty();
    }
  }

  @Test
  void whoeverTrustsAllAsksForNoName() throws IOException {
    try (StubServer server = server(elsewhere)) {
      assertThat(ask(server.url(), Trust.ofAll()).outcome()).isEqualTo(Outcome.OK);
    }
  }

  @Test
  void theServerIsToldWhichNameIsWanted() throws IOException {
    try (StubServer server = server(here)) {
      ask("https://localhost:" + server.port(), Trust.ofCertificates(here.pem()));

      assertThat(server.seen().element().serverName()).isEqualTo("localhost");
    }
  }

  @Test
  void aHandshakeThatStallsIsAConnectTimeout() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        LoadClient client =
            Calls.client(
                List.of("https://127.0.0.1:" + silent.getLocalPort()),
                new Access(null, List.of(), Trust.ofAll()),
                Calls.load(Endpoint.CHAT).toBuilder().connectTimeoutS(0.1).build())) {
      assertThat(Calls.send(client, Calls.request(0, "x", Endpoint.CHAT)).join().outcome())
          .isEqualTo(Outcome.CONNECT_TIMEOUT);
    }
  }

  @Test
  void aServerThatSpeaksNoTlsBreaksTheConnection() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(4))) {
      assertThat(ask("https://127.0.0.1:" + server.port(), Trust.ofAll()).outcome())
          .isIn(Outcome.RESET, Outcome.CONNECT_TIMEOUT, Outcome.FIRST_TOKEN_TIMEOUT);
    }
  }
}
