package dev.sweepline.generator.testing;

import dev.sweepline.generator.GeneratorMain;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Stand-ins of Slurm's commands, and what they were called with. */
public final class FakeSlurm {
  private final SweepFolder sweep;

  public FakeSlurm(SweepFolder sweep) throws IOException {
    this.sweep = sweep;
    Files.createDirectories(file(""));
    for (String name : List.of("sbatch", "squeue", "scontrol", "scancel")) {
      try (InputStream stream = FakeSlurm.class.getResourceAsStream("/fakes/slurm/" + name)) {
        Files.copy(Objects.requireNonNull(stream), file(name));
      }
      if (!file(name).toFile().setExecutable(true)) {
        throw new IOException("cannot be made executable: " + name);
      }
    }
    maxArraySize(1001);
  }

  private Path file(String name) {
    return sweep.file("slurm").resolve(name);
  }

  public void maxArraySize(int size) throws IOException {
    Files.writeString(file("max-array-size"), String.valueOf(size));
  }

  /** Refuses the next calls whose arguments fit a pattern of the shell. */
  public void refuse(int times, String pattern) throws IOException {
    Files.writeString(file("refuse"), "%d %s%n".formatted(times, pattern));
  }

  /** Takes the next job without an answer. */
  public void loseTheNextAnswer() throws IOException {
    Files.createFile(file("lose-answers"));
  }

  /** Answers no more. */
  public void goDown() throws IOException {
    Files.createFile(file("down"));
  }

  /** Every job has ended. */
  public void endAll() throws IOException {
    Files.deleteIfExists(file("queue"));
  }

  /** A job is queued or runs: id, name, state, reason, nodes. */
  public void queue(String line) throws IOException {
    Files.writeString(
        file("queue"),
        line + System.lineSeparator(),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** Runs the launcher to its end. */
  public Bash.Result launch(String... options) {
    List<String> command = new ArrayList<>(List.of("./launch_all_experiments.sh"));
    command.addAll(List.of(options));
    return withSlurm(command);
  }

  /** Runs a command of Sweepline to its end, in a Java of its own. */
  public Bash.Result sweepline(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                GeneratorMain.class.getName()));
    command.addAll(List.of(arguments));
    return withSlurm(command);
  }

  private Bash.Result withSlurm(List<String> command) {
    List<String> whole =
        new ArrayList<>(
            List.of(
                "env",
                "PATH=%s:%s".formatted(file(""), System.getenv("PATH")),
                "SWEEPLINE_RETRY_WAITS=0 0"));
    whole.addAll(command);
    return Bash.run(sweep.file(""), whole);
  }

  /** The arguments of every call of sbatch but those of jobs that aggregate. */
  public List<String> submissions() {
    return lines("calls").stream().filter(call -> !call.contains("=aggregate-")).toList();
  }

  /** The arguments of the calls of sbatch for jobs that aggregate. */
  public List<String> aggregations() {
    return lines("calls").stream().filter(call -> call.contains("=aggregate-")).toList();
  }

  /** The jobs that were cancelled. */
  public List<String> cancelled() {
    return lines("cancelled");
  }

  /** What sbatch read as the script of a job. */
  public Path script(int job) {
    return file("script." + job);
  }

  private List<String> lines(String name) {
    try {
      return Files.exists(file(name)) ? Files.readAllLines(file(name)) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
