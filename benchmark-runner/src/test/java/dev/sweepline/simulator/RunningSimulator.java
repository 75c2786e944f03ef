package dev.sweepline.simulator;

import dev.sweepline.simulator.server.SimulatedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** A server on a free port, and a client of it. */
public final class RunningSimulator implements AutoCloseable {
  private final Simulation simulation;
  private final SimulatedServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private RunningSimulator(Simulation simulation) {
    this.simulation = simulation;
    this.server = SimulatedServer.start(simulation.settings());
  }

  /** With the model {@code m}, a port of its own and times a hundredth of the real ones. */
  public static RunningSimulator start(String... options) {
    return startAt("0.01", options);
  }

  /** Likewise, with that factor on all times. */
  public static RunningSimulator startAt(String timeScale, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("m", "--port", "0", "--time-scale", timeScale));
    arguments.addAll(List.of(options));
    RunningSimulator running = new RunningSimulator(simulation(arguments.toArray(String[]::new)));
    running.server.ready().join();
    return running;
  }

  static Simulation simulation(String... arguments) {
    SimulateCommand command = new SimulateCommand();
    new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
    return command.simulation();
  }

  /** Where it listens. */
  public URI address() {
    return server.address();
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send(request(path, headers).GET().build());
  }

  HttpResponse<String> post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address().resolve(path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  @Override
  public void close() {
    server.close();
    simulation.settings().truthLog().close();
  }
}
