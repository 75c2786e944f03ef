package dev.sweepline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweepline.contract.UserError;
import dev.sweepline.simulator.server.SimulatedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTest {
  private static final String BODY = "{\"prompt\":\"p\",\"max_tokens\":20}";

  @ParameterizedTest
  @ValueSource(strings = {"--threads=1", "--threads=2"})
  void concurrentClientsAllGetTheirTokens(String threads) {
    try (RunningSimulator server = RunningSimulator.start(threads, "--max-num-seqs", "3")) {
      List<CompletableFuture<String>> answers =
          IntStream.range(0, 20)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> body(server)))
              .toList();

      assertThat(answers).allMatch(answer -> answer.join().contains("\"completion_tokens\":20"));
    }
  }

  @Test
  void fixedTimesServeToo() {
    try (RunningSimulator server =
        RunningSimulator.start("--time-model", "fixed", "--ttft-ms", "3", "--itl-ms", "0")) {
      assertThat(body(server)).contains("\"completion_tokens\":20");
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInTheirOrder() throws Exception {
    try (RunningSimulator server = RunningSimulator.start();
        Socket socket = new Socket(server.address().getHost(), server.address().getPort())) {
      String completion =
          "POST /v1/completions HTTP/1.1\r\nHost: h\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(BODY.length(), BODY);
      String version = "GET /version HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write((completion + version).getBytes(StandardCharsets.US_ASCII));

      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(all.indexOf("completion_tokens")).isPositive().isLessThan(all.indexOf("version"));
    }
  }

  @Test
  void aClientThatLeavesIsForgottenByTheEngine() throws Exception {
    try (RunningSimulator server = RunningSimulator.startAt("1")) {
      HttpURLConnection connection =
          (HttpURLConnection) server.address().resolve("/v1/completions").toURL().openConnection();
      connection.setDoOutput(true);
      connection
          .getOutputStream()
          .write(
              "{\"prompt\":\"p\",\"max_tokens\":9999,\"ignore_eos\":true,\"stream\":true}"
                  .getBytes(StandardCharsets.UTF_8));
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
      assertThat(lines.readLine()).startsWith("data: {");
      connection.disconnect();

      String idle = "vllm:num_requests_running{engine=\"0\",model_name=\"m\"} 0.0";
      String page = server.get("/metrics").body();
      while (!page.contains(idle)) {
        page = server.get("/metrics").body();
      }
      assertThat(page).doesNotContain("finished_reason=\"length\",model_name=\"m\"} 1.0");
    }
  }

  @Test
  void aServerThatStartsUpAnswers503() throws Exception {
    Simulation simulation =
        RunningSimulator.simulation("m", "--port", "0", "--startup-seconds", "3600");
    try (SimulatedServer server = SimulatedServer.start(simulation.settings())) {
      URI health = server.address().resolve("/health");
      HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();

      assertThat(connection.getResponseCode()).isEqualTo(503);
    }
  }

  @Test
  void aPortThatIsTakenIsAUsersError() {
    try (RunningSimulator server = RunningSimulator.start()) {
      String port = Integer.toString(server.address().getPort());
      Simulation second = RunningSimulator.simulation("m", "--port", port);

      assertThatThrownBy(() -> SimulatedServer.start(second.settings()))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("cannot listen on 127.0.0.1:" + port);
    }
  }

  private static String body(RunningSimulator server) {
    try {
      return server.post("/v1/completions", BODY).body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
