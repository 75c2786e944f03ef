package dev.sweepline.runner;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Load.Arrival;
import dev.sweepline.contract.RequestRate;
import dev.sweepline.contract.UserError;

/**
 * Which options of a load go together.
 *
 * @param options how much load
 * @param target limits of the answers
 * @param stops what ends a load early
 */
record LoadRules(LoadOptions options, TargetOptions target, StopOptions stops) {
  /**
   * Checks the options.
   *
   * @throws UserError exit code 2, naming what contradicts
   */
  void check() {
    boolean closed = !options.shape.concurrency.isEmpty();
    boolean atOnce = options.shape.rates.stream().anyMatch(RequestRate::isInfinite);
    boolean trace = options.shape.trace != null;
    boolean lasts = options.extent != null && options.extent.durationS != null;
    refuse(lasts && atOnce, "--duration", "--request-rate inf; use --max-prompts");
    refuse(lasts && options.shape.ramp != null, "--duration", "--ramp, which has its own seconds");
    refuse(options.arrival != null && (closed || trace), "--arrival", closed(closed));
    refuse(options.burstiness != null && (closed || trace), "--burstiness", closed(closed));
    refuse(options.maxInFlight != null && closed, "--max-in-flight", "--concurrency");
    refuse(stops.stopWhenSaturated && closed, "--stop-when-saturated", "--concurrency");
    refuse(stops.stopWhenSaturated && atOnce, "--stop-when-saturated", "--request-rate inf");
    refuse(stops.stopWhenSaturated && trace, "--stop-when-saturated", "--trace");
    refuse(
        stops.stopWhenSaturated && options.shape.ramp != null, "--stop-when-saturated", "--ramp");
    refuse(options.drain && atOnce, "--drain", "--request-rate inf");
    refuse(options.drain && trace, "--drain", "--trace, which has an end");
    refuse(target.maxOutputTokens != null && trace, "--max-output-tokens", "--trace");
    if (options.burstiness != null && options.arrival != null && options.arrival != Arrival.GAMMA) {
      throw new UserError(ExitCode.USAGE, "--burstiness: needs --arrival gamma");
    }
    checkConnections();
  }

  private static String closed(boolean closed) {
    return closed ? "--concurrency" : "--trace";
  }

  private static void refuse(boolean contradicts, String option, String other) {
    if (contradicts) {
      throw new UserError(ExitCode.USAGE, "%s: has no meaning with %s".formatted(option, other));
    }
  }

  private void checkConnections() {
    Integer connections = options.maxConnections;
    for (int slots : options.shape.concurrency) {
      if (connections != null && connections < slots) {
        throw new UserError(
            ExitCode.USAGE,
            "--max-connections: must be >= --concurrency (%d), got: %d"
                .formatted(slots, connections));
      }
    }
  }
}
