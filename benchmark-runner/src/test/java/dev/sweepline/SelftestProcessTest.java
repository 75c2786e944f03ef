package dev.sweepline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process, which has the simulated server as its child. */
class SelftestProcessTest {
  @TempDir Path temporary;

  private Process process;

  @BeforeEach
  void start() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.sweepline.runner.BenchMain",
                "selftest",
                "--quick")
            .start();
  }

  @AfterEach
  void end() {
    process.destroyForcibly().onExit().join();
  }

  /** The servers that run once a first load was tried. */
  private List<ProcessHandle> servers() throws IOException {
    BufferedReader progress = process.errorReader(StandardCharsets.UTF_8);
    String line = progress.readLine();
    while (line != null && !line.startsWith("selftest: ")) {
      line = progress.readLine();
    }
    assertThat(line).as("a load was tried").isNotNull();
    List<ProcessHandle> servers = process.descendants().toList();
    assertThat(servers).isNotEmpty();
    return servers;
  }

  @Test
  void aSignalEndsItsServerAndLeavesNoFile() throws IOException {
    List<ProcessHandle> servers = servers();
    process.destroy();
    assertThat(process.onExit().join().exitValue()).isEqualTo(75);
    servers.forEach(server -> server.onExit().join());
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).noneMatch(file -> file.getFileName().toString().startsWith("sweepline"));
    }
  }

  @Test
  void aKilledOneTakesItsServerAlong() throws IOException {
    List<ProcessHandle> servers = servers();
    process.destroyForcibly();
    process.onExit().join();
    servers.forEach(server -> server.onExit().join());
    assertThat(servers).noneMatch(ProcessHandle::isAlive);
  }
}
