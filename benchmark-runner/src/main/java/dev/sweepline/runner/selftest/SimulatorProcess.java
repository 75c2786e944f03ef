package dev.sweepline.runner.selftest;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.client.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A simulated server as a process of its own, on a free port of this host. */
final class SimulatorProcess implements AutoCloseable {
  static final String MODEL = "selftest";

  private static final String READY = "ready ";
  private static final long STOP_PATIENCE_S = 5;

  private final Process process;
  private final Target target;

  private SimulatorProcess(Process process, Target target) {
    this.process = process;
    this.target = target;
  }

  /**
   * Starts a server with fixed times and waits until it is ready.
   *
   * @param main class that runs it, on this process's class path
   * @param ttftMs to the first token
   * @param itlMs from token to token
   * @param more options
   * @throws UserError when it does not start, exit code 70
   */
  static SimulatorProcess start(String main, double ttftMs, double itlMs, List<String> more) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // What the launcher says about access to native code holds for the child, too.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(word -> word.startsWith("--"))
        .forEach(words::add);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    words.addAll(List.of("simulate", MODEL, "--host", "127.0.0.1", "--port", "0"));
    words.addAll(List.of("--time-model", "fixed", "--ttft-ms", Double.toString(ttftMs)));
    words.addAll(List.of("--itl-ms", Double.toString(itlMs)));
    words.addAll(more);
    try {
      Process process = new ProcessBuilder(words).redirectError(Redirect.INHERIT).start();
      return awaitReady(process);
    } catch (IOException e) {
      throw new UserError(
          ExitCode.SERVER_DIED_STARTING,
          "the simulated server does not start: " + e.getMessage(),
          e);
    }
  }

  private static SimulatorProcess awaitReady(Process process) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return new SimulatorProcess(process, Target.parse(line.substring(READY.length())));
      }
    }
    throw new IOException("it ended before it was ready");
  }

  Target target() {
    return target;
  }

  /** CPU time so far, nanoseconds; -1 when unknown. */
  long cpuNs() {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(-1L);
  }

  /** Ends it; its truth log is whole then. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_PATIENCE_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
