package dev.sweepline.generator;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.state.StartState;
import dev.sweepline.generator.submission.Queue;
import dev.sweepline.generator.submission.Slurm;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Cancels jobs of a sweep. */
@Command(
    name = "cancel",
    description = {
      "Cancels the jobs of a sweep that are queued or run, and no other.",
      "What runs is interrupted: its finished load points stay, and retry goes on from there."
    },
    footer = {
      "",
      "Example:",
      "  sweepline cancel --yes",
      "  sweepline cancel --only exp_0123456789ab"
    })
final class CancelCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private SweepOptions sweep = new SweepOptions();

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Override
  public Integer call() {
    PrintWriter out = Terminal.of(spec).out();
    Queue queue = Slurm.queue();
    if (!queue.isKnown()) {
      throw new UserError(ExitCode.NO_SERVER, "it is not known what is queued: " + queue.unknown());
    }
    Set<String> jobs = jobs(queue);
    if (jobs.isEmpty()) {
      out.println("nothing to cancel: no job of it is queued or runs");
      return ExitCode.OK.status();
    }
    if (!yes && !Consent.isGiven("cancel %d jobs?".formatted(jobs.size()))) {
      throw new UserError(
          ExitCode.REFUSED,
          "%d jobs are queued or run (%s); --yes cancels them"
              .formatted(jobs.size(), String.join(", ", jobs)));
    }
    Slurm.cancel(jobs);
    out.printf("%d jobs are cancelled: %s%n", jobs.size(), String.join(", ", jobs));
    return ExitCode.OK.status();
  }

  private Set<String> jobs(Queue queue) {
    Set<String> jobs = new LinkedHashSet<>();
    sweep.state(queue).experiments().stream()
        .flatMap(it -> it.starts().stream())
        .map(StartState::job)
        .forEach(job -> queue.job(job).ifPresent(it -> jobs.add(it.id())));
    if (!sweep.areNarrowed()) {
      sweep
          .ledger()
          .aggregations()
          .forEach(job -> queue.job(job).ifPresent(it -> jobs.add(it.id())));
    }
    return jobs;
  }
}
