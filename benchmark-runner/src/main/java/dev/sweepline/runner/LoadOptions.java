package dev.sweepline.runner;

import dev.sweepline.contract.Load.Arrival;
import dev.sweepline.contract.RequestRate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options that say how much load there is, when, and for how long. */
final class LoadOptions {
  @ArgGroup(exclusive = true, multiplicity = "1")
  Shape shape = new Shape();

  @Option(
      names = "--arrival",
      paramLabel = "SPACING",
      description = "Of --request-rate: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Arrival arrival = Arrival.CONSTANT;

  @ArgGroup(exclusive = true)
  @Nullable Extent extent;

  @Option(
      names = "--repeat-prompts",
      description = "Start over with the prompts when all were used; they may be cached then.")
  boolean repeatPrompts;

  @Option(
      names = "--warmup-requests",
      paramLabel = "N",
      description =
          "Requests in the same shape before the measured ones, from the other end of the prompts"
              + " (default: ${DEFAULT-VALUE}).")
  int warmupRequests;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the schedule and the prompts' order (default: ${DEFAULT-VALUE}).")
  long seed = 42;

  @Option(
      names = "--max-connections",
      paramLabel = "N",
      description = "Limit of open connections; requests wait for one (default: none).")
  @Nullable Integer maxConnections;

  /** Open or closed. */
  static final class Shape {
    @Option(
        names = "--request-rate",
        paramLabel = "R",
        converter = RateConverter.class,
        description = "Requests per second on a schedule, or inf for all at once.")
    @Nullable RequestRate rate;

    @Option(
        names = "--concurrency",
        paramLabel = "N",
        description = "Requests in flight, each followed by the next.")
    @Nullable Integer concurrency;
  }

  /** What ends the load. */
  static final class Extent {
    @Option(
        names = "--max-prompts",
        paramLabel = "N",
        description = "Measured requests (default: each prompt once).")
    @Nullable Integer maxPrompts;

    @Option(names = "--duration", paramLabel = "S", description = "Seconds of load.")
    @Nullable Double durationS;
  }
}
