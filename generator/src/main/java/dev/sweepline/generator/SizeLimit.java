package dev.sweepline.generator;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import picocli.CommandLine.Option;

/** The options that keep a slip from becoming thousands of jobs. */
final class SizeLimit {
  @Option(
      names = "--max-experiments",
      paramLabel = "N",
      defaultValue = "500",
      description = "Ask before more than this are written (default: ${DEFAULT-VALUE}).")
  private int most = 500;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  /**
   * Asks on a terminal; without one, or when the answer is no, the command ends.
   *
   * @throws UserError exit code 64
   */
  void agree(long experiments) {
    if (yes || experiments <= most) {
      return;
    }
    String much = "%d experiments are more than --max-experiments %d".formatted(experiments, most);
    if (!Consent.isGiven(much + "; write them?")) {
      throw new UserError(ExitCode.REFUSED, much + "; --yes writes them");
    }
  }
}
