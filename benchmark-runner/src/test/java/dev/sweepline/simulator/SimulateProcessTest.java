package dev.sweepline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.simulator.fault.FaultCatalogue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process: what it prints, and how it ends. */
class SimulateProcessTest {
  @TempDir private Path folder = Path.of("");
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void killWhatIsLeft() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void aTermEndsItWithExitCode0() throws Exception {
    Process process = start();
    ready(process);
    process.destroy();

    assertThat(process.waitFor()).isZero();
  }

  @Test
  void aStreamThatIsCutByATermEndsWithAnErrorEvent() throws Exception {
    Process process = start();
    InputStream stream = stream(ready(process));
    process.destroy();

    String rest = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    assertThat(rest).contains("data: {\"error\":{").endsWith("data: [DONE]\n\n");
  }

  @Test
  void itCrashesInTheMiddleOfTheNthStream() throws Exception {
    Path truth = folder.resolve("truth.jsonl");
    Process process =
        start("--crash-after", "1", "--truth-log", truth.toString(), "--answer-tokens", "20");
    InputStream stream = stream(ready(process));

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(Files.readString(truth)).contains("\"output_tokens\":10,\"outcome\":\"crashed\"");
    assertThat(stream).isNotNull();
  }

  @Test
  void itDiesBeforeItIsReady() throws Exception {
    Process process = start("--crash-before-ready", "--startup-seconds", "0.01");

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(process.inputReader(StandardCharsets.UTF_8).lines())
        .noneMatch(line -> line.startsWith("ready"));
  }

  @Test
  void itListsItsFaults() throws Exception {
    Process process = start("--list-faults");

    assertThat(process.inputReader(StandardCharsets.UTF_8).lines())
        .hasSameSizeAs(FaultCatalogue.names())
        .anyMatch(line -> line.startsWith("stall_stream "));
    assertThat(process.waitFor()).isZero();
  }

  private Process start(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SimulateMain.class.getName(),
                "m",
                "--port=0"));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    started.add(process);
    return process;
  }

  /** Reads to the line that says where the server is. */
  private static URI ready(Process process) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    while (!line.startsWith("ready ")) {
      line = out.readLine();
    }
    return URI.create(line.substring("ready ".length()));
  }

  /** Asks for a long stream and returns when it has begun. */
  private static InputStream stream(URI server) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) server.resolve("/v1/completions").toURL().openConnection();
    connection.setDoOutput(true);
    connection
        .getOutputStream()
        .write(
            "{\"prompt\":\"p\",\"max_tokens\":9000,\"stream\":true}"
                .getBytes(StandardCharsets.UTF_8));
    return connection.getInputStream();
  }
}
