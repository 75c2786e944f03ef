package dev.sweepline.runner;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Time limits of each request, in seconds, and its retries; 0 for none. */
final class TimeoutOptions {
  @Option(
      names = "--connect-timeout",
      paramLabel = "S",
      description = "To get a connection (default: ${DEFAULT-VALUE}; 0: none).")
  double connectS = 10;

  @Option(
      names = "--first-token-timeout",
      paramLabel = "S",
      description = "From sending to the first token (default: ${DEFAULT-VALUE}; 0: none).")
  double firstTokenS = 600;

  @Option(
      names = "--idle-timeout",
      paramLabel = "S",
      description = "Between events after the first token (default: ${DEFAULT-VALUE}; 0: none).")
  double idleS = 120;

  @Option(
      names = "--timeout",
      paramLabel = "S",
      description = "From sending to the end (default: ${DEFAULT-VALUE}; 0: none).")
  double totalS = 3600;

  @Option(
      names = "--retry-429",
      paramLabel = "N",
      description =
          "Most retries of a request that is answered with 429, after its Retry-After; its clock"
              + " keeps running (default: ${DEFAULT-VALUE}).")
  int retries;

  static @Nullable Double limit(double seconds) {
    return seconds == 0 ? null : (Double) seconds;
  }
}
