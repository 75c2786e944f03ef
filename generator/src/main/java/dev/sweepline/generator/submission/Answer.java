package dev.sweepline.generator.submission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a command of Slurm's answered.
 *
 * @param code its exit code
 * @param output all that it wrote
 */
record Answer(int code, String output) {
  /** Longer than Slurm's own patience. */
  private static final long PATIENCE_S = 30;

  /**
   * Runs a command.
   *
   * @throws IOException when it cannot be started or does not end
   */
  static Answer of(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> text(process));
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        throw new IOException("no answer within %d s".formatted(PATIENCE_S));
      }
      return new Answer(process.exitValue(), output.join());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String text(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** The first line, for a message. */
  String firstLine() {
    return output.lines().findFirst().orElse("exit code " + code);
  }
}
