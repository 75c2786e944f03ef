package dev.sweepline.runner;

import dev.sweepline.contract.RunFiles;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options that say where results go and what is shown. */
final class OutputOptions {
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

  @Option(names = "--quiet", description = "Show no progress.")
  boolean quiet;
}
