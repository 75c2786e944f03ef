package dev.sweepline.generator;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.generator.state.StatusTable;
import dev.sweepline.generator.state.SweepState;
import dev.sweepline.generator.submission.Slurm;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows how far every experiment is. */
@Command(
    name = "status",
    description = "Shows how far every experiment is, from its files and from what is queued.",
    footer = {
      "",
      "Example:",
      "  sweepline status --watch",
      "  sweepline status --json | jq '.experiments[] | select(.state == \"failed\")'"
    })
final class StatusCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private SweepOptions sweep = new SweepOptions();

  @Option(names = "--json", description = "One JSON document.")
  private boolean json;

  @Option(
      names = "--watch",
      description = "Show it whenever it has changed, until nothing is queued or runs.")
  private boolean watch;

  @Option(
      names = "--interval",
      paramLabel = "S",
      defaultValue = "5",
      description = "Seconds between two looks of --watch (default: ${DEFAULT-VALUE}).")
  private int interval = 5;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = Terminal.of(spec).out();
    SweepState state = sweep.state(Slurm.queue());
    String shown = text(state);
    out.print(shown);
    while (watch && state.goesOn()) {
      out.flush();
      TimeUnit.SECONDS.sleep(Math.max(1, interval));
      state = sweep.state(Slurm.queue());
      String now = text(state);
      if (!now.equals(shown)) {
        shown = now;
        out.print((json ? "" : System.lineSeparator()) + shown);
      }
    }
    out.flush();
    return ExitCode.OK.status();
  }

  private String text(SweepState state) {
    ContractJson format = ContractJson.current();
    if (json) {
      return watch ? format.line(state) + System.lineSeparator() : format.document(state);
    }
    return StatusTable.of(state).stream()
        .map(line -> line + System.lineSeparator())
        .collect(Collectors.joining());
  }
}
