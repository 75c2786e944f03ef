package dev.sweepline.runner.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.runner.access.Access;
import dev.sweepline.runner.scrape.exposition.Page;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class PageFetchTest {
  private static final Duration SHORT = Duration.ofMillis(200);

  private static Page get(MetricsServer server, Duration limit) throws IOException {
    return new PageFetch(new Access("a-key", List.of(), null)::connection, limit)
        .get(server.endpoint().page());
  }

  private static Page get(MetricsServer server) throws IOException {
    return get(server, Duration.ofSeconds(30));
  }

  @Test
  void aPageIsRead() throws IOException {
    try (MetricsServer server = MetricsServer.of("m{l=\"é\"} 1\n")) {
      assertThat(get(server).series()).hasSize(1).allMatch(s -> "é".equals(s.label("l")));
    }
  }

  @Test
  void theKeyIsSent() throws IOException {
    AtomicReference<String> seen = new AtomicReference<>("");
    try (MetricsServer server =
        new MetricsServer(
            (exchange, number) -> {
              seen.set(exchange.getRequestHeaders().getFirst("Authorization"));
              MetricsServer.answer(exchange, 200, "m 1\n");
            })) {
      get(server);
    }
    assertThat(seen).hasValue("Bearer a-key");
  }

  @Test
  void anotherStatusIsNamed() throws IOException {
    try (MetricsServer server =
        new MetricsServer((exchange, number) -> MetricsServer.answer(exchange, 503, ""))) {
      assertThatThrownBy(() -> get(server)).isInstanceOf(IOException.class).hasMessage("HTTP 503");
    }
  }

  @Test
  void aRedirectionIsNotFollowedWithTheKey() throws IOException {
    try (MetricsServer other = MetricsServer.of("m 1\n");
        MetricsServer server =
            new MetricsServer(
                (exchange, number) -> {
                  exchange.getResponseHeaders().add("Location", other.endpoint().page().toString());
                  MetricsServer.answer(exchange, 307, "");
                })) {
      assertThatThrownBy(() -> get(server)).hasMessage("HTTP 307");
      assertThat(other.asked()).isZero();
    }
  }

  @Test
  void anOpenMetricsPageWithoutItsEndIsCutOff() throws IOException {
    try (MetricsServer server =
        new MetricsServer(
            (exchange, number) -> {
              exchange
                  .getResponseHeaders()
                  .add("Content-Type", "application/openmetrics-text; version=1.0.0");
              MetricsServer.answer(exchange, 200, "m 1\n");
            })) {
      assertThatThrownBy(() -> get(server)).hasMessage("a page that is cut off");
    }
  }

  @Test
  void aWebPageIsNoPageOfMetrics() throws IOException {
    try (MetricsServer server = MetricsServer.of("<html>\n<p>hello\n")) {
      assertThatThrownBy(() -> get(server)).hasMessage("not a page of metrics");
    }
  }

  @Test
  void aServerThatSaysNothingIsGivenUp() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    try (MetricsServer server = new MetricsServer((exchange, number) -> never.await())) {
      assertThatThrownBy(() -> get(server, SHORT)).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void aServerThatNeverEndsIsGivenUp() throws IOException {
    byte[] line = "m 1\n".getBytes(StandardCharsets.UTF_8);
    try (MetricsServer server =
        new MetricsServer(
            (exchange, number) -> {
              exchange.sendResponseHeaders(200, 0);
              while (true) {
                exchange.getResponseBody().write(line);
                exchange.getResponseBody().flush();
              }
            })) {
      assertThatThrownBy(() -> get(server, SHORT))
          .isInstanceOf(IOException.class)
          .hasMessage("no whole page within 0.2 s");
    }
  }

  @Test
  void aServerThatIsNotThereIsAFailureLikeAnyOther() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    PageFetch fetch = new PageFetch(Access.open()::connection, Duration.ofSeconds(30));

    assertThatThrownBy(() -> fetch.get(URI.create("http://127.0.0.1:" + port + "/metrics")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("refused");
  }
}
