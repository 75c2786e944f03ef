package dev.sweepline.generator;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.generator.state.StartState;
import dev.sweepline.generator.submission.Launcher;
import dev.sweepline.generator.submission.Slurm;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Submits again what has no usable result. */
@Command(
    name = "retry",
    description = {
      "Submits again what is missing, failed, interrupted or invalid and is not queued.",
      "Finished load points are kept; an invalid run stays and gets a further attempt beside it."
    },
    footer = {
      "",
      "Example:",
      "  sweepline retry --failed --dry-run",
      "  sweepline retry --only exp_0123456789ab"
    })
final class RetryCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private SweepOptions sweep = new SweepOptions();

  @Option(names = "--failed", description = "All that have no usable result.")
  private boolean failed;

  @Option(names = "--dry-run", description = "Only show what would be submitted.")
  private boolean dryRun;

  @Option(names = "--local", description = "Run them here, one after the other, without Slurm.")
  private boolean local;

  @Option(names = "--sequential", description = "One job after the other.")
  private boolean sequential;

  @Option(names = "--max-parallel", paramLabel = "N", description = "At most N jobs at once.")
  private @Nullable Integer maxParallel;

  @Override
  public Integer call() {
    if (!failed && !sweep.areNarrowed()) {
      throw new UserError(ExitCode.USAGE, "say what: --failed for all, or --only ID");
    }
    PrintWriter out = Terminal.of(spec).out();
    List<StartState> starts =
        sweep.state(Slurm.queue()).experiments().stream()
            .flatMap(it -> it.starts().stream())
            .filter(it -> it.state().wantsRetry())
            .toList();
    if (starts.isEmpty()) {
      out.println("nothing to submit: all have their results or are queued");
      return ExitCode.OK.status();
    }
    for (StartState it : starts) {
      out.printf(
          "%s repeat %d: %s%s%n",
          it.start().expId(),
          it.start().repeat(),
          it.state(),
          it.reason() == null ? "" : ", " + it.reason());
    }
    out.flush();
    return new Launcher(sweep.sweep())
        .resubmit(starts.stream().map(StartState::start).toList(), options());
  }

  private List<String> options() {
    List<String> options = new ArrayList<>();
    if (dryRun) {
      options.add("--dry-run");
    }
    if (local) {
      options.add("--local");
    }
    if (sequential) {
      options.add("--sequential");
    }
    if (maxParallel != null) {
      options.addAll(List.of("--max-parallel", String.valueOf(maxParallel)));
    }
    return options;
  }
}
