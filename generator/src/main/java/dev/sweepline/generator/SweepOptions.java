package dev.sweepline.generator;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.state.ExperimentState;
import dev.sweepline.generator.state.SweepState;
import dev.sweepline.generator.submission.Ledger;
import dev.sweepline.generator.submission.Queue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which sweep a command looks at, and which experiments of it. */
final class SweepOptions {
  @Option(
      names = "--sweep-dir",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The sweep directory (default: ${DEFAULT-VALUE}).")
  private Path sweepDir = Path.of(".");

  @Option(
      names = "--results-dir",
      paramLabel = "DIR",
      defaultValue = "results",
      description = "Below the sweep directory, or absolute (default: ${DEFAULT-VALUE}).")
  private Path resultsDir = Path.of("results");

  @Option(
      names = "--only",
      paramLabel = "ID",
      split = ",",
      description = "Experiments, by id, phase or a name of their configuration (default: all).")
  private List<String> only = new ArrayList<>();

  Path sweep() {
    return sweepDir.toAbsolutePath().normalize();
  }

  Ledger ledger() {
    return Ledger.read(sweep());
  }

  boolean areNarrowed() {
    return !only.isEmpty();
  }

  /**
   * The state of the experiments that are asked for.
   *
   * @throws UserError exit code 2 when one is in no plan
   */
  SweepState state(Queue queue) {
    Path sweep = sweep();
    SweepState all = SweepState.read(sweep, sweep.resolve(resultsDir), ledger(), queue);
    if (only.isEmpty()) {
      return all;
    }
    for (String word : only) {
      if (all.experiments().stream().noneMatch(it -> isCalled(it, word))) {
        throw new UserError(
            ExitCode.USAGE, "--only %s: no such experiment in the plan".formatted(word));
      }
    }
    return new SweepState(
        all.slurm(),
        all.experiments().stream()
            .filter(it -> only.stream().anyMatch(word -> isCalled(it, word)))
            .toList());
  }

  private static boolean isCalled(ExperimentState experiment, String word) {
    return experiment.expId().equals(word)
        || experiment.names().contains(word)
        || experiment.phases().contains(word);
  }
}
