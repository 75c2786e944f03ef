package dev.sweepline.runner.scrape;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A loopback server with one page, answered by a script. */
final class MetricsServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();

  /** What is done with a request. */
  @FunctionalInterface
  interface Script {
    /**
     * Answers.
     *
     * @param number of the request, from 1
     */
    void answer(HttpExchange exchange, int number) throws IOException, InterruptedException;
  }

  MetricsServer(Script script) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/metrics",
        exchange -> {
          mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
          try (exchange) {
            script.answer(exchange, asked.incrementAndGet());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            atOnce.decrementAndGet();
          }
        });
    server.start();
  }

  /** Always the same page. */
  static MetricsServer of(String page) throws IOException {
    return new MetricsServer((exchange, number) -> answer(exchange, 200, page));
  }

  static void answer(HttpExchange exchange, int status, String page) throws IOException {
    byte[] body = page.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  MetricsEndpoint endpoint() {
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    return new MetricsEndpoint(url, URI.create(url + "/metrics"));
  }

  int asked() {
    return asked.get();
  }

  int mostAtOnce() {
    return mostAtOnce.get();
  }

  @Override
  public void close() {
    goAway();
  }

  /** Before its time; closing it again does nothing. */
  void goAway() {
    server.stop(0);
    threads.shutdownNow();
  }
}
