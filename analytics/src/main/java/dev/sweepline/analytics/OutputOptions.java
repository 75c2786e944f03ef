package dev.sweepline.analytics;

import dev.sweepline.analytics.advice.Targets;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options of {@code aggregate} that say what it shows. */
final class OutputOptions {
  @Option(
      names = "--target",
      paramLabel = "METRIC=LIMIT",
      description =
          "Target of runs on 64 GPUs, for the advice; repeatable (default: those of the original"
              + " README: throughput_tokens_per_sec=1000, ttft_p95=2000, itl_p95=100,"
              + " success_rate=0.99).")
  private Map<String, Double> targets = new LinkedHashMap<>();

  /**
   * @throws dev.sweepline.contract.UserError when one is for no metric, exit code 2
   */
  Targets targets() {
    return Targets.ORIGINAL.with(targets);
  }
}
