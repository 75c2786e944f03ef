package dev.sweepline.generator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs real commands. */
public final class Bash {
  private static final long DEADLINE_S = 120;

  private Bash() {}

  /**
   * How a command ended.
   *
   * @param code its exit code
   * @param output what it wrote, errors included
   */
  public record Result(int code, String output) {}

  public static Result run(Path folder, List<String> command) {
    try {
      Process process = start(folder, command);
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(DEADLINE_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("hangs: " + command);
      }
      return new Result(process.exitValue(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts a command outside Slurm. */
  public static Process start(Path folder, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().keySet().removeIf(name -> name.startsWith("SLURM_"));
    return builder.redirectErrorStream(true).start();
  }
}
