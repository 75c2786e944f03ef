package dev.sweepline.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that make the server misbehave. */
final class FaultOptions {
  private static final String DEFAULT = " Default: ${DEFAULT-VALUE}.";

  @Option(
      names = "--fault",
      split = ",",
      paramLabel = "NAME=SHARE",
      description =
          "Share of the requests, 0 to 1, that get this fault; may be repeated. The names are shown"
              + " by --list-faults.")
  Map<String, Double> shares = new LinkedHashMap<>();

  @Option(names = "--list-faults", description = "Show the faults and end.")
  boolean list;

  @Option(
      names = "--fail-rate",
      defaultValue = "0",
      paramLabel = "SHARE",
      description = "The same as --fault error_500=SHARE." + DEFAULT)
  double failRate;

  @Option(
      names = "--empty-rate",
      defaultValue = "0",
      paramLabel = "SHARE",
      description = "The same as --fault empty=SHARE." + DEFAULT)
  double emptyRate;

  @Option(
      names = "--stall-seconds",
      defaultValue = "0",
      paramLabel = "S",
      description =
          "How long a stalled answer stands still; 0 for until the client leaves." + DEFAULT)
  double stallSeconds;

  @Option(
      names = "--slow-head-ms",
      defaultValue = "200",
      paramLabel = "MS",
      description = "How late the head comes with slow_head." + DEFAULT)
  double slowHeadMs;

  @Option(
      names = "--tokens-per-event",
      defaultValue = "3",
      paramLabel = "N",
      description = "Tokens in an event with multi_token." + DEFAULT)
  int tokensPerEvent;

  @Option(
      names = "--crash-after",
      paramLabel = "N",
      description = "Die in the middle of the Nth answer, with exit code 1.")
  @Nullable Long crashAfter;

  @Option(
      names = "--crash-before-ready",
      description = "Die at the end of --startup-seconds, with exit code 1.")
  boolean crashBeforeReady;

  @Option(
      names = "--turn-away-rate",
      defaultValue = "0",
      paramLabel = "SHARE",
      description = "Share of the connections that are closed as soon as they are there." + DEFAULT)
  double turnAwayRate;

  @Option(
      names = "--refuse-after",
      paramLabel = "N",
      description = "Stop to listen when the Nth request has arrived: connections are refused.")
  @Nullable Long refuseAfter;

  @Option(
      names = "--refuse-seconds",
      defaultValue = "1",
      paramLabel = "S",
      description = "After how long it listens again." + DEFAULT)
  double refuseSeconds;

  @Option(
      names = "--gateway-limit",
      paramLabel = "N",
      description =
          "Let N requests through to the engines at once; the others wait where no metric shows"
              + " them.")
  @Nullable Integer gatewayLimit;

  @Option(
      names = "--metrics-delay-ms",
      defaultValue = "0",
      paramLabel = "MS",
      description = "Answer /metrics so much later." + DEFAULT)
  double metricsDelayMs;

  @Option(
      names = "--metrics-fail-rate",
      defaultValue = "0",
      paramLabel = "SHARE",
      description = "Share of the requests to /metrics that get a 500." + DEFAULT)
  double metricsFailRate;

  @Option(
      names = "--metrics-reset-after",
      paramLabel = "N",
      description =
          "Let all counters begin at 0 again with the Nth request, as after a restart of the"
              + " server.")
  @Nullable Long metricsResetAfter;
}
