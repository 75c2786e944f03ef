package dev.sweepline.generator.state;

import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Plan;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.Status;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.submission.Ledger;
import dev.sweepline.generator.submission.Queue;
import dev.sweepline.generator.submission.Start;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where every experiment of a plan stands.
 *
 * @param slurm why Slurm could not be asked; null when it was
 * @param experiments in the order of the plan
 */
public record SweepState(@Nullable String slurm, List<ExperimentState> experiments) {
  public SweepState {
    experiments = List.copyOf(experiments);
  }

  /**
   * Reads a sweep.
   *
   * @param sweep its directory
   * @param resultsDirectory that holds the experiments' folders
   * @throws UserError exit code 66 when there is no plan; 65 when a file is malformed
   */
  public static SweepState read(Path sweep, Path resultsDirectory, Ledger ledger, Queue queue) {
    Plan plan = plan(sweep);
    List<ExperimentState> experiments =
        plan.experiments().stream()
            .map(
                it -> {
                  Path folder = resultsDirectory.resolve(it.expId());
                  StartReader starts = new StartReader(plan, ledger, queue, folder);
                  return ExperimentState.of(
                      it,
                      IntStream.rangeClosed(1, plan.repeats())
                          .mapToObj(repeat -> starts.of(new Start(it.expId(), repeat)))
                          .toList(),
                      status(folder),
                      LastLine.of(sweep, it.expId()));
                })
            .toList();
    return new SweepState(queue.unknown(), experiments);
  }

  private static Plan plan(Path sweep) {
    Path file = sweep.resolve(RunFiles.PLAN);
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          ExitCode.NO_INPUT,
          file + ": no such file; this is not a sweep directory, or sweepline sbatch comes first");
    }
    return ContractJson.read(Plan.class, file);
  }

  private static @Nullable Status status(Path folder) {
    Path file = folder.resolve(RunFiles.STATUS);
    try {
      return Files.isRegularFile(file) ? ContractJson.read(Status.class, file) : null;
    } catch (ContractException unreadable) {
      // Only the phase and the address are taken from it.
      return null;
    }
  }

  /** Whether something is queued or runs. */
  public boolean goesOn() {
    return experiments.stream()
        .anyMatch(it -> it.state() == State.RUNNING || it.state() == State.PENDING);
  }
}
