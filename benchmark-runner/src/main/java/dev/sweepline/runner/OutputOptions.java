package dev.sweepline.runner;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Packing;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say where results go and what is shown. */
final class OutputOptions {
  private static final int LONGEST_GRACE_S = 86_400;
  private static final double MILLIS_PER_SECOND = 1000;

  @Option(
      names = {"--results-dir", "--output-dir"},
      paramLabel = "DIR",
      description = "Where <exp_id>/ is written (default: ${DEFAULT-VALUE}).")
  Path resultsDir = Path.of(RunFiles.RESULTS);

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description = "Which start of the server this is, from 1 (default: ${DEFAULT-VALUE}).")
  int repeat = 1;

  @Option(names = "--threads", paramLabel = "N", description = "Event loops (default: one a core).")
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--grace",
      paramLabel = "S",
      description =
          "After SIGINT or SIGTERM, how long streams may go on before they are cancelled"
              + " (default: ${DEFAULT-VALUE}). A second signal ends at once.")
  double graceS = 10;

  @Option(
      names = "--compress",
      paramLabel = "HOW",
      description =
          "Pack the requests and samples of a finished run: ${COMPLETION-CANDIDATES}"
              + " (default: ${DEFAULT-VALUE}).")
  Packing packing = Packing.NONE;

  @Option(
      names = "--vllm-json",
      paramLabel = "FILE",
      description =
          "Also write the result as `vllm bench serve --save-result --save-detailed` does. With"
              + " several loads, one file each: out.json becomes out-<load>.json. The records of"
              + " a run are held in memory for it.")
  @Nullable Path vllmJson;

  @Option(
      names = "--save-text",
      description =
          "Keep the texts of answers in texts_<run>.jsonl; without it no prompt and no answer is"
              + " written anywhere.")
  boolean saveText;

  @Option(names = "--quiet", description = "Show no progress.")
  boolean quiet;

  /**
   * What is asked for, checked.
   *
   * @throws UserError when a value makes no sense, exit code 2, or a file could not be written, 76
   */
  OutputPlan plan() {
    if (!(graceS >= 0 && graceS <= LONGEST_GRACE_S)) {
      throw new UserError(
          ExitCode.USAGE,
          "--grace: must be from 0 to %d s, got: %s".formatted(LONGEST_GRACE_S, graceS));
    }
    Duration grace = Duration.ofMillis(Math.round(graceS * MILLIS_PER_SECOND));
    return new OutputPlan(grace, packing, vllmJson == null ? null : writable(vllmJson), saveText);
  }

  /** Told before the load rather than after it. */
  private static Path writable(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    boolean good =
        folder != null
            && Files.isDirectory(folder)
            && Files.isWritable(folder)
            && !Files.isDirectory(file);
    if (!good) {
      throw new UserError(
          ExitCode.CANNOT_WRITE,
          "--vllm-json %s: cannot be written; name a file in a folder that exists".formatted(file));
    }
    return file;
  }
}
