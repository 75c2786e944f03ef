package dev.sweepline.generator.validation;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What a server says of its options. */
public final class ServerHelp {
  /** Python imports alone take a quarter of a minute, more from a network drive. */
  private static final long DEADLINE_S = 300;

  private ServerHelp() {}

  /**
   * From a file.
   *
   * @throws UserError exit code 66 when it cannot be read
   */
  public static String file(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UserError(ExitCode.NO_INPUT, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * From the server itself.
   *
   * @param command that starts one, as typed into a shell, such as {@code vllm serve}
   * @throws UserError exit code 66 when it fails or takes more than five minutes
   */
  public static String command(String command) {
    String asked = command + " --help=all";
    try {
      Process process =
          new ProcessBuilder(List.of("bash", "-c", asked))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      CompletableFuture<Process> unused =
          process
              .onExit()
              .orTimeout(DEADLINE_S, TimeUnit.SECONDS)
              .exceptionally(
                  late -> {
                    end(process);
                    return process;
                  });
      String help = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (status != 0) {
        throw failed(asked, "exit code " + status);
      }
      return help;
    } catch (IOException e) {
      throw new UserError(ExitCode.NO_INPUT, asked + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(asked, "interrupted");
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static UserError failed(String asked, String why) {
    return new UserError(
        ExitCode.NO_INPUT, "%s: %s; run it by hand to see why".formatted(asked, why));
  }
}
