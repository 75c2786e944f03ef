package dev.sweepline.runner;

import dev.sweepline.contract.LoadBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that end a load before its time; what was measured until then counts as interrupted. */
final class StopOptions {
  @Option(
      names = "--run-deadline",
      paramLabel = "S",
      description =
          "Stop a load after so many seconds; its streams then have --grace (default: never).")
  @Nullable Double runDeadlineS;

  @Option(
      names = "--stop-on-error-rate",
      paramLabel = "SHARE",
      description =
          "Stop a load when more than this share (0 to 1) of its last 100 ended requests failed; 20"
              + " must have ended.")
  @Nullable Double stopOnErrorRate;

  @Option(
      names = "--stop-when-saturated",
      description = "Stop a load on a schedule when it builds up a backlog.")
  boolean stopWhenSaturated;

  LoadBuilder apply(LoadBuilder load) {
    return load.runDeadlineS(runDeadlineS)
        .stopOnErrorRate(stopOnErrorRate)
        .stopWhenSaturated(stopWhenSaturated ? Boolean.TRUE : null);
  }
}
