package dev.sweepline.runner;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.RequestRate;
import dev.sweepline.contract.UserError;

/**
 * Whether a load finds a prompt for each of its requests.
 *
 * @param repeats whether prompts may be used again
 * @param prompts of the dataset
 */
record PromptSupply(boolean repeats, int prompts) {
  /**
   * Checks a load; a trace chooses its prompts itself.
   *
   * @throws UserError exit code 64 when there may be too few
   */
  void check(Load load) {
    Integer requests = load.requests();
    Double durationS = load.durationS();
    if (repeats || load.traceSha256() != null) {
      return;
    }
    if (requests != null && requests > prompts) {
      throw new UserError(
          ExitCode.REFUSED,
          "--max-prompts %d: the dataset has %d; add --repeat-prompts to use them again"
              .formatted(requests, prompts));
    }
    if (requests == null && durationS != null && expected(load, durationS) > prompts) {
      throw new UserError(
          ExitCode.REFUSED,
          "%s seconds of %s: may need more than the %d prompts of the dataset; add --repeat-prompts"
              .formatted(durationS, load.slug(), prompts));
    }
  }

  private static double expected(Load load, double durationS) {
    RequestRate rate = load.rate();
    Double from = load.rampFrom();
    Double to = load.rampTo();
    if (rate != null) {
      return rate.perSecond() * durationS;
    }
    return from == null || to == null ? Double.POSITIVE_INFINITY : (from + to) / 2 * durationS;
  }
}
