package dev.sweepline.runner;

import static java.util.stream.Collectors.joining;

import dev.sweepline.cli.WholeFile;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.RunSummary;
import dev.sweepline.contract.RunSummary.Verdict;
import dev.sweepline.measure.RunAccumulator;
import dev.sweepline.runner.load.LoadPoint;
import dev.sweepline.runner.load.StopSignal;
import dev.sweepline.runner.meter.ClientMeter;
import dev.sweepline.runner.output.LiveStats;
import dev.sweepline.runner.output.ResultTable;
import dev.sweepline.runner.rehearsal.Rehearsal;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The load points of one call, one after the other on the same server. */
final class BenchSession {
  private static final int REHEARSED_REQUESTS = 100;

  private final BenchPlan plan;
  private final PrintWriter out;
  private final PrintWriter err;
  private final StopSignal stop = new StopSignal();

  BenchSession(BenchPlan plan, PrintWriter out, PrintWriter err) {
    this.plan = plan;
    this.out = out;
    this.err = err;
  }

  /** Runs; a signal ends the present load and begins no other. */
  ExitCode run() throws InterruptedException {
    SignalStop signals = new SignalStop(stop, plan.output().grace(), err);
    try {
      writeConfig();
      rehearse(plan.points().get(0).load());
      return exitCode(runs());
    } finally {
      signals.close();
    }
  }

  /** With all that will handle the records of a run, but the file. */
  private static void rehearse(Load load) throws InterruptedException {
    ContractJson json = ContractJson.current();
    RunAccumulator accumulator = new RunAccumulator();
    LiveStats live = new LiveStats();
    try (ClientMeter meter = new ClientMeter(true)) {
      new Rehearsal(
              load,
              REHEARSED_REQUESTS,
              List.of(json::line, accumulator::add, meter::add, live::add))
          .run();
    }
  }

  private void writeConfig() {
    Path file = plan.folder().resolve(RunFiles.CONFIG);
    if (!Files.exists(file)) {
      WholeFile.write(file, ContractJson.current().document(plan.config()));
    }
  }

  private List<RunSummary> runs() throws InterruptedException {
    announceOrder();
    List<RunSummary> summaries = new ArrayList<>();
    for (LoadPoint point : plan.points()) {
      if (!stop.isRequested()) {
        RunSummary summary = new LoadPointRun(plan, point, stop.child(), err).run();
        out.print(ResultTable.of(summary, plan.folder()));
        out.flush();
        summaries.add(summary);
      }
    }
    return summaries;
  }

  private void announceOrder() {
    if (plan.points().size() > 1) {
      out.printf(
          "loads in this order (seed %d, repeat %d): %s%n%n",
          plan.points().get(0).load().seed(),
          plan.repeat(),
          plan.points().stream().map(point -> point.load().slug()).collect(joining(", ")));
      out.flush();
    }
  }

  private ExitCode exitCode(List<RunSummary> summaries) {
    if (stop.isRequested()) {
      return ExitCode.INTERRUPTED;
    }
    boolean anyUsable =
        summaries.stream().anyMatch(summary -> summary.verdict().state() != Verdict.State.INVALID);
    return anyUsable ? ExitCode.OK : ExitCode.ALL_INVALID;
  }
}
