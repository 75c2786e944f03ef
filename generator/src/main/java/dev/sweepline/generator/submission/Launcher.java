package dev.sweepline.generator.submission;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The script of a sweep that submits its jobs. */
public final class Launcher {
  private final Path sweep;

  /**
   * @param sweep the sweep's directory
   */
  public Launcher(Path sweep) {
    this.sweep = sweep;
  }

  /**
   * Submits starts, also those that were submitted before; load points whose results are all
   * invalid run again. The script speaks for itself.
   *
   * @param options of the script
   * @return its exit code
   * @throws UserError exit code 66 when there is no script
   */
  public int resubmit(List<Start> starts, List<String> options) {
    Path script = sweep.resolve(RunFiles.LAUNCH_SCRIPT);
    if (!Files.isRegularFile(script)) {
      throw new UserError(ExitCode.NO_INPUT, script + ": no such file; sweepline sbatch makes it");
    }
    List<String> command =
        new ArrayList<>(
            List.of("bash", script.toString(), "--resubmit", "/dev/stdin", "--redo-invalid"));
    command.addAll(options);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(list(starts).getBytes(StandardCharsets.UTF_8));
      }
      return process.waitFor();
    } catch (IOException e) {
      throw new UserError(ExitCode.NO_INPUT, "%s: cannot be run: %s".formatted(script, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError(ExitCode.INTERRUPTED, "interrupted", e);
    }
  }

  private static String list(List<Start> starts) {
    return starts.stream()
        .map(it -> "%s %d\n".formatted(it.expId(), it.repeat()))
        .collect(Collectors.joining());
  }
}
