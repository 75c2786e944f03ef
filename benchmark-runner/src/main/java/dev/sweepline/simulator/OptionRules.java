package dev.sweepline.simulator;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import org.jspecify.annotations.Nullable;

/** What values the options may have; the rules on vLLM's own options are those of its start. */
final class OptionRules {
  private static final int MAX_PORT = 65_535;

  private OptionRules() {}

  /**
   * Checks all.
   *
   * @throws UserError for the first rule that is broken, exit code 2
   */
  static void check(
      ServeOptions serve, SimulationOptions simulation, FaultOptions faults, ModelProfile profile) {
    check(serve, profile);
    check(simulation);
    check(faults);
  }

  private static void check(ServeOptions serve, ModelProfile profile) {
    range("--port", serve.port, 0, MAX_PORT);
    atLeast("--max-model-len", serve.maxModelLen, 2);
    atLeast("--max-num-seqs", serve.maxNumSeqs, 1);
    atLeast("--block-size", serve.blockSize, 1);
    atLeast("--data-parallel-size", serve.dataParallelSize, 1);
    atLeast("--max-num-batched-tokens", serve.maxNumBatchedTokens, serve.maxNumSeqs);
    if (!serve.chunkedPrefill) {
      atLeast(
          "--max-num-batched-tokens without chunked prefill",
          serve.maxNumBatchedTokens,
          serve.maxModelLen);
    }
    hold(
        serve.gpuMemoryUtilization > 0 && serve.gpuMemoryUtilization <= 1,
        "--gpu-memory-utilization",
        "must be > 0 and <= 1",
        serve.gpuMemoryUtilization);
    long capacity = (long) profile.blocks(serve) * serve.blockSize;
    hold(
        capacity >= serve.maxModelLen,
        "--gpu-memory-utilization",
        "leaves KV cache for %d tokens, fewer than --max-model-len %d"
            .formatted(Math.max(0, capacity), serve.maxModelLen),
        serve.gpuMemoryUtilization);
  }

  private static void check(SimulationOptions simulation) {
    atLeast("--ttft-ms", simulation.ttftMs, 0);
    atLeast("--itl-ms", simulation.itlMs, 0);
    atLeast("--tick-ms", simulation.tickMs, 0);
    atLeast("--start-sd", simulation.startSd, 0);
    atLeast("--startup-seconds", simulation.startupSeconds, 0);
    atLeast("--answer-tokens", simulation.answerTokens, 1);
    atLeast("--threads", simulation.threads, 1);
    atLeast("--run-sd", simulation.runSd, 0);
    atLeast("--run-pause-ms", simulation.runPauseMs, 0);
    hold(simulation.timeScale > 0, "--time-scale", "must be > 0", simulation.timeScale);
  }

  private static void check(FaultOptions faults) {
    share("--fail-rate", faults.failRate);
    share("--empty-rate", faults.emptyRate);
    share("--turn-away-rate", faults.turnAwayRate);
    share("--metrics-fail-rate", faults.metricsFailRate);
    atLeast("--stall-seconds", faults.stallSeconds, 0);
    atLeast("--slow-head-ms", faults.slowHeadMs, 0);
    atLeast("--tokens-per-event", faults.tokensPerEvent, 1);
    atLeast("--refuse-seconds", faults.refuseSeconds, 0);
    atLeast("--metrics-delay-ms", faults.metricsDelayMs, 0);
    atLeastOne("--crash-after", faults.crashAfter);
    atLeastOne("--refuse-after", faults.refuseAfter);
    atLeastOne("--metrics-reset-after", faults.metricsResetAfter);
    atLeastOne("--gateway-limit", faults.gatewayLimit);
  }

  /** Checks a share of requests. */
  static void share(String option, double value) {
    range(option, value, 0, 1);
  }

  private static void atLeastOne(String option, @Nullable Number value) {
    if (value != null) {
      atLeast(option, value.doubleValue(), 1);
    }
  }

  private static void atLeast(String option, int value, int floor) {
    hold(value >= floor, option, "must be >= " + floor, value);
  }

  private static void atLeast(String option, double value, int floor) {
    hold(value >= floor && Double.isFinite(value), option, "must be >= " + floor, value);
  }

  private static void range(String option, double value, int floor, int ceiling) {
    hold(
        value >= floor && value <= ceiling,
        option,
        "must be from %d to %d".formatted(floor, ceiling),
        value);
  }

  private static void hold(boolean holds, String option, String rule, Object value) {
    if (!holds) {
      throw new UserError(ExitCode.USAGE, "%s: %s, got: %s".formatted(option, rule, value));
    }
  }
}
