package dev.sweepline.simulator;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the simulator itself, which {@code vllm serve} has not. */
final class SimulationOptions {
  /** When tokens are there. */
  enum TimeModelName {
    /** At TTFT + k × ITL after the request, whatever else goes on. */
    FIXED,
    /** In the steps of engines that batch. */
    BATCHING
  }

  @Option(
      names = "--time-model",
      defaultValue = "batching",
      paramLabel = "fixed|batching",
      description = "When tokens are there. Default: ${DEFAULT-VALUE}.")
  TimeModelName timeModel = TimeModelName.BATCHING;

  @Option(
      names = "--ttft-ms",
      defaultValue = "50",
      paramLabel = "MS",
      description = "Fixed times: to the first token. Default: ${DEFAULT-VALUE}.")
  double ttftMs;

  @Option(
      names = "--itl-ms",
      defaultValue = "5",
      paramLabel = "MS",
      description = "Fixed times: from token to token. Default: ${DEFAULT-VALUE}.")
  double itlMs;

  @Option(
      names = "--tick-ms",
      defaultValue = "0",
      paramLabel = "MS",
      description =
          "Fixed times: write the tokens that are due at each tick only, which is cheaper for"
              + " thousands of streams; 0 for each when it is due. Default: ${DEFAULT-VALUE}.")
  double tickMs;

  @Option(
      names = "--time-scale",
      defaultValue = "1",
      paramLabel = "FACTOR",
      description = "Makes all times of the model longer. Default: ${DEFAULT-VALUE}.")
  double timeScale;

  @Option(
      names = "--start-sd",
      defaultValue = "0",
      paramLabel = "SD",
      description =
          "Spread from start to start: this one is slower by e to a normal draw of this standard"
              + " deviation. Default: ${DEFAULT-VALUE}.")
  double startSd;

  @Option(
      names = "--run-sd",
      defaultValue = "0",
      paramLabel = "SD",
      description =
          "Likewise from run to run. Requests whose ids have the same 8 hex digits before the"
              + " number are a run; without such ids a pause ends it. Default: ${DEFAULT-VALUE}.")
  double runSd;

  @Option(
      names = "--run-pause-ms",
      defaultValue = "1000",
      paramLabel = "MS",
      description = "A pause that ends a run. Default: ${DEFAULT-VALUE}.")
  double runPauseMs;

  @Option(
      names = "--answer-tokens",
      defaultValue = "1024",
      paramLabel = "N",
      description =
          "Tokens after which an answer ends by itself, unless the request has ignore_eos."
              + " Default: ${DEFAULT-VALUE}.")
  int answerTokens;

  @Option(
      names = "--truth-log",
      paramLabel = "FILE",
      description =
          "Append one JSON line a request: when it was read and answered, what became of it.")
  @Nullable Path truthLog;

  @Option(
      names = "--startup-seconds",
      defaultValue = "0",
      paramLabel = "S",
      description = "Answer 503 for so long after the start. Default: ${DEFAULT-VALUE}.")
  double startupSeconds;

  @Option(
      names = "--threads",
      defaultValue = "1",
      paramLabel = "N",
      description = "Event loops. Default: ${DEFAULT-VALUE}.")
  int threads;
}
