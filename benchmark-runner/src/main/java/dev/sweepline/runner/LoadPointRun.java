package dev.sweepline.runner;

import dev.sweepline.cli.WholeFile;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.RunHeader;
import dev.sweepline.contract.RunSummary;
import dev.sweepline.contract.RunSummary.Client;
import dev.sweepline.contract.SchemaVersion;
import dev.sweepline.contract.Tool;
import dev.sweepline.measure.RunAccumulator;
import dev.sweepline.measure.RunContext.Ending;
import dev.sweepline.runner.client.RunClock;
import dev.sweepline.runner.load.LoadPoint;
import dev.sweepline.runner.load.StopSignal;
import dev.sweepline.runner.output.RequestsFile;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** One run, from its claim to its summary. */
final class LoadPointRun {
  private final BenchPlan plan;
  private final LoadPoint point;
  private final StopSignal stop;
  private final PrintWriter err;

  LoadPointRun(BenchPlan plan, LoadPoint point, StopSignal stop, PrintWriter err) {
    this.plan = plan;
    this.point = point;
    this.stop = stop;
    this.err = err;
  }

  /** Runs, and writes the run's files. */
  RunSummary run() throws InterruptedException {
    String loadId = point.load().id(plan.dataset().sha256());
    try (RequestsFile file = RequestsFile.claim(plan.folder(), loadId, plan.repeat())) {
      return run(file);
    }
  }

  private RunSummary run(RequestsFile file) throws InterruptedException {
    Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    RunClock clock = new RunClock(System::nanoTime);
    RunHeader header = header(file, startedAt, clock);
    file.append(ContractJson.current().line(header));
    RunAccumulator accumulator = new RunAccumulator();
    Client client = new LoadStage(plan, point, header, clock, stop, err).run(file, accumulator);
    Ending ending = stop.isRequested() ? Ending.INTERRUPTED : Ending.FINISHED;
    if (ending == Ending.FINISHED) {
      file.complete();
    }
    RunSummary summary = new SummaryStage(plan, header).summary(accumulator, client, ending);
    WholeFile.write(
        plan.folder().resolve(RunFiles.summary(file.run())),
        ContractJson.current().document(summary));
    if (ending == Ending.FINISHED) {
      new FinishedRun(plan.output(), plan.folder()).finish(summary, plan.points().size());
    }
    return summary;
  }

  private RunHeader header(RequestsFile file, Instant startedAt, RunClock clock) {
    return new RunHeader(
        SchemaVersion.CURRENT.toString(),
        UUID.randomUUID().toString(),
        plan.config().experimentId(),
        file.run().toString(),
        startedAt,
        clock.startNs(),
        point.load(),
        plan.dataset(),
        plan.config(),
        Tool.current());
  }
}
