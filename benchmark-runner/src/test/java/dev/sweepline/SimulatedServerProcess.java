package dev.sweepline;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands of the benchmark jar as real processes: a simulated server, and clients of it. */
final class SimulatedServerProcess implements AutoCloseable {
  private static final String READY = "ready ";

  private final Process process;
  private final String url;
  private final Path truthLog;

  private SimulatedServerProcess(Process process, String url, Path truthLog) {
    this.process = process;
    this.url = url;
    this.truthLog = truthLog;
  }

  /** Starts a server with fixed times on a free port. */
  static SimulatedServerProcess start(Path folder, String... options) throws IOException {
    Path truthLog = folder.resolve("truth.jsonl");
    List<String> words =
        new ArrayList<>(
            List.of("simulate", "a-model", "--port", "0", "--time-model", "fixed", "--truth-log"));
    words.add(truthLog.toString());
    words.addAll(List.of(options));
    Process process = command(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return new SimulatedServerProcess(process, line.substring(READY.length()), truthLog);
      }
    }
    throw new IOException("the simulated server ended before it was ready");
  }

  /** Starts a client of this server in a folder that holds {@code prompts.jsonl}. */
  Process bench(Path folder, String... options) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("bench", "--base-url", url, "--dataset", "prompts.jsonl"));
    words.add("--ignore-eos");
    words.addAll(List.of(options));
    return command(words)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("bench.out").toFile())
        .start();
  }

  /** What truly happened, line by line; a line that is still being written is left out. */
  List<String> truth() throws IOException {
    String text = Files.exists(truthLog) ? Files.readString(truthLog) : "";
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  /** Ends the server; its truth log is whole then. */
  void stop() {
    process.destroy();
    process.onExit().join();
  }

  @Override
  public void close() {
    stop();
  }

  private static ProcessBuilder command(List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("dev.sweepline.runner.BenchMain");
    command.addAll(words);
    return new ProcessBuilder(command);
  }
}
