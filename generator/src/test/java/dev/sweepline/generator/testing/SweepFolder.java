package dev.sweepline.generator.testing;

import dev.sweepline.cli.CommandShell;
import dev.sweepline.contract.Attempt;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.contract.Status;
import dev.sweepline.generator.GeneratorMain;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A sweep directory whose server and load generator are fakes. */
public final class SweepFolder {
  private final Path root;

  public SweepFolder(Path root) throws IOException {
    this.root = root;
    Files.writeString(root.resolve("bench.jar"), "");
    Files.writeString(root.resolve("prompts.jsonl"), "{\"prompt\":\"Hello\"}\n");
    for (String fake : List.of("bench", "record-arguments", "srun", "scancel")) {
      copy(fake);
    }
    benchMode("works");
    serve("healthy");
  }

  private void copy(String fake) throws IOException {
    Path target = root.resolve("bin").resolve(fake);
    Files.createDirectories(root.resolve("bin"));
    try (InputStream stream = SweepFolder.class.getResourceAsStream("/fakes/" + fake)) {
      Files.copy(Objects.requireNonNull(stream), target);
    }
    if (!target.toFile().setExecutable(true)) {
      throw new IOException("cannot be made executable: " + target);
    }
  }

  /** What the load generator does when it is called. */
  public void benchMode(String mode) throws IOException {
    Files.writeString(root.resolve("bin/mode"), mode);
  }

  /** Which server the profile starts, see {@link FakeServer}. */
  public void serve(String mode) throws IOException {
    profile(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        classes().toString(),
        FakeServer.class.getName(),
        mode,
        root.resolve("server.pid").toString());
  }

  /** A profile whose server is any command. */
  public void profile(String... serve) throws IOException {
    Files.writeString(
        root.resolve("profile.yaml"),
        """
        name: fake
        launch: local
        serve: %s
        java: %s
        bench_jar: %s
        ready_timeout_s: 20
        stop_timeout_s: 5
        """
            .formatted(
                ContractJson.current().line(Arrays.asList(serve)),
                quoted("bin/bench"),
                quoted("bench.jar")));
  }

  private String quoted(String path) {
    return ContractJson.current().line(root.resolve(path).toString());
  }

  /** Adds a key to the profile. */
  public void profileKey(String key, Object value) throws IOException {
    Path file = root.resolve("profile.yaml");
    Files.writeString(
        file, Files.readString(file) + key + ": " + ContractJson.current().line(value) + "\n");
  }

  /** Shortens what a server may take to be ready. */
  public void readyTimeout(int seconds) throws IOException {
    Path file = root.resolve("profile.yaml");
    Files.writeString(
        file, Files.readString(file).replace("ready_timeout_s: 20", "ready_timeout_s: " + seconds));
  }

  private static Path classes() {
    try {
      return Path.of(FakeServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes a configuration and returns its experiment's id. */
  public String config(String name, Map<String, Object> settings) throws IOException {
    ServerConfig config = ServerConfig.of(Map.copyOf(settings));
    Files.createDirectories(root.resolve("configs"));
    Files.writeString(
        root.resolve("configs").resolve(name + ".json"), ContractJson.current().document(config));
    return config.experimentId();
  }

  /** Writes the scripts. */
  public void plan(String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "sbatch",
                "--config-dir",
                root.resolve("configs").toString(),
                "--dataset",
                root.resolve("prompts.jsonl").toString(),
                "--cluster",
                root.resolve("profile.yaml").toString(),
                "--output-dir",
                root.toString()));
    arguments.addAll(List.of(options));
    int code = CommandShell.run(GeneratorMain.command(), arguments.toArray(String[]::new));
    if (code != 0) {
      throw new AssertionError("sbatch exits with " + code);
    }
  }

  /** Runs the launcher to its end. */
  public Bash.Result launch() {
    return Bash.run(root, List.of("./launch_all_experiments.sh", "--local"));
  }

  /** Runs one script to its end. */
  public Bash.Result script(String expId, String... options) {
    List<String> command = new ArrayList<>(List.of("bash", "run_" + expId + "_head.sbatch"));
    command.addAll(List.of(options));
    return Bash.run(root, command);
  }

  /** A file of the folder. */
  public Path file(String path) {
    return root.resolve(path);
  }

  /** The calls of the load generator: experiment, repeat, load. */
  public List<String> calls() throws IOException {
    Path file = root.resolve("bin/calls");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** The state of an experiment. */
  public Status status(String expId) {
    return ContractJson.read(Status.class, root.resolve("results/" + expId + "/status.json"));
  }

  /** The starts and ends of an experiment. */
  public List<Attempt> attempts(String expId) throws IOException {
    Path file = root.resolve("results/" + expId + "/attempts.jsonl");
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(line -> ContractJson.current().line(Attempt.class, file.toString(), 0, line))
          .toList();
    }
  }

  /** Whether the last server's process is still there. */
  public boolean serverIsAlive() throws IOException {
    long pid = Long.parseLong(Files.readString(root.resolve("server.pid")));
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
