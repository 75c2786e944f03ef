package dev.sweepline.simulator;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;

/** What values the options may have; the rules on vLLM's own options are those of its start. */
final class OptionRules {
  private static final int MAX_PORT = 65_535;

  private OptionRules() {}

  /**
   * Checks all.
   *
   * @throws UserError for the first rule that is broken, exit code 2
   */
  static void check(ServeOptions serve, SimulationOptions simulation, ModelProfile profile) {
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

    atLeast("--ttft-ms", simulation.ttftMs, 0);
    atLeast("--itl-ms", simulation.itlMs, 0);
    atLeast("--start-sd", simulation.startSd, 0);
    atLeast("--startup-seconds", simulation.startupSeconds, 0);
    atLeast("--answer-tokens", simulation.answerTokens, 1);
    atLeast("--threads", simulation.threads, 1);
    range("--fail-rate", simulation.failRate, 0, 1);
    range("--empty-rate", simulation.emptyRate, 0, 1);
    hold(simulation.timeScale > 0, "--time-scale", "must be > 0", simulation.timeScale);
    if (simulation.crashAfter != null) {
      atLeast("--crash-after", simulation.crashAfter, 1);
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
