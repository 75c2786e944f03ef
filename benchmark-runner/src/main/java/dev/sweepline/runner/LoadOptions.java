package dev.sweepline.runner;

import dev.sweepline.contract.Load.Arrival;
import dev.sweepline.contract.RequestRate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      description =
          "Of --request-rate and --ramp: ${COMPLETION-CANDIDATES} (default: constant, or gamma"
              + " with --burstiness).")
  @Nullable Arrival arrival;

  @Option(
      names = "--burstiness",
      paramLabel = "K",
      description =
          "Shape of gamma arrivals, their mean stays 1/rate: below 1 in bursts, 1 as Poisson, above"
              + " more even (default: 1).")
  @Nullable Double burstiness;

  @ArgGroup(exclusive = true)
  @Nullable Extent extent;

  @Option(
      names = "--max-in-flight",
      paramLabel = "N",
      description =
          "Limit of requests in flight on a schedule; the wait for a place is part of the latency"
              + " (default: none).")
  @Nullable Integer maxInFlight;

  @Option(
      names = "--repeat-prompts",
      description = "Start over with the prompts when all were used; they may be cached then.")
  boolean repeatPrompts;

  @ArgGroup(exclusive = true)
  Prefix prefix = new Prefix();

  @Option(
      names = "--warmup-requests",
      paramLabel = "N",
      description =
          "Requests in the same shape before the measured ones, from the other end of the prompts"
              + " (default: ${DEFAULT-VALUE}).")
  int warmupRequests;

  @Option(
      names = "--drain",
      description =
          "Go on with requests in the same shape until the last measured one has ended, so that it"
              + " does not end on an emptying server; they are not measured.")
  boolean drain;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Of the schedule, the prompts' order and the loads' order (default: ${DEFAULT-VALUE}).")
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
        split = ",",
        converter = RateConverter.class,
        description = "Requests per second on a schedule, or inf for all at once; one or a list.")
    List<RequestRate> rates = new ArrayList<>();

    @Option(
        names = "--concurrency",
        paramLabel = "N",
        split = ",",
        description = "Requests in flight, each followed by the next; one or a list.")
    List<Integer> concurrency = new ArrayList<>();

    @Option(
        names = "--ramp",
        paramLabel = "FROM:TO:S",
        converter = Ramp.Converter.class,
        description = "A rate that changes evenly over so many seconds, which end the load.")
    @Nullable Ramp ramp;

    @Option(
        names = "--trace",
        paramLabel = "FILE",
        description =
            "Arrivals and output lengths from JSON lines (timestamp in ms, input_length,"
                + " output_length) or a CSV (TIMESTAMP as date or seconds, ContextTokens,"
                + " GeneratedTokens). Each request sends the prompt whose prompt_length is nearest"
                + " to its input length; without lengths the prompts follow in order.")
    @Nullable Path trace;
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

  /** Whether requests can find each other's prompts in the server's cache. */
  static final class Prefix {
    @Option(
        names = "--unique-prefix",
        description =
            "Begin each prompt with an id of some ten tokens, so that no load finds another's"
                + " prompts in the prefix cache (default with several loads).")
    boolean unique;

    @Option(
        names = "--keep-prefix-cache",
        description = "Send the prompts as they are, also with several loads.")
    boolean keep;
  }
}
