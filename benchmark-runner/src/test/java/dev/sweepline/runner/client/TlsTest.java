package dev.sweepline.runner.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Load.Endpoint;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.access.Access;
import dev.sweepline.runner.access.Trust;
import dev.sweepline.runner.stub.Misbehaviours;
import dev.sweepline.runner.stub.StubServer;
import dev.sweepline.runner.stub.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class TlsTest {
  private static final Load PATIENT =
      Calls.load(Endpoint.CHAT).toBuilder()
          .connectTimeoutS(60.0)
          .firstTokenTimeoutS(60.0)
          .idleTimeoutS(60.0)
          .totalTimeoutS(60.0)
          .build();

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
                PATIENT.toBuilder().connectTimeoutS(0.1).build())) {
      assertThat(Calls.send(client, Calls.request(0, "x", Endpoint.CHAT)).join().outcome())
          .isEqualTo(Outcome.CONNECT_TIMEOUT);
    }
  }

  @Test
  void eachTimeLimitHoldsByTls() throws IOException {
    List<String> names =
        List.of(
            "ok", "first_token_timeout", "idle_timeout", "idle_timeout_comments", "total_timeout");
    Load load =
        Calls.load(Endpoint.CHAT).toBuilder()
            .connectTimeoutS(60.0)
            .firstTokenTimeoutS(3.0)
            .idleTimeoutS(1.0)
            .totalTimeoutS(5.0)
            .build();
    try (StubServer server =
            new StubServer(
                conversation -> Misbehaviours.of(conversation.prompt()).answer(conversation),
                here.server());
        LoadClient client =
            Calls.client(List.of(server.url()), new Access(null, List.of(), Trust.ofAll()), load)) {
      List<CompletableFuture<RequestRecord>> sent =
          names.stream()
              .map(name -> Calls.send(client, Calls.request(0, name, Endpoint.CHAT)))
              .toList();

      assertThat(sent.stream().map(record -> record.join().outcome()))
          .containsExactly(
              Outcome.OK,
              Outcome.FIRST_TOKEN_TIMEOUT,
              Outcome.IDLE_TIMEOUT,
              Outcome.IDLE_TIMEOUT,
              Outcome.TOTAL_TIMEOUT);
    }
  }

  @Test
  void aServerThatSpeaksNoTlsBreaksTheConnection() throws IOException {
    try (StubServer server = new StubServer(conversation -> conversation.good(4))) {
      assertThat(ask("https://127.0.0.1:" + server.port(), Trust.ofAll()).outcome())
          .isEqualTo(Outcome.RESET);
    }
  }
}
