package dev.sweepline.runner;

import dev.sweepline.cli.WholeFile;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Load.Kind;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.RunHeader;
import dev.sweepline.contract.RunSummary;
import dev.sweepline.contract.RunSummary.Client;
import dev.sweepline.contract.RunSummary.Server;
import dev.sweepline.contract.RunSummary.Verdict;
import dev.sweepline.contract.SchemaVersion;
import dev.sweepline.contract.Tool;
import dev.sweepline.measure.ClientFacts;
import dev.sweepline.measure.MeasuredFrom;
import dev.sweepline.measure.RunAccumulator;
import dev.sweepline.measure.RunContext;
import dev.sweepline.measure.RunContext.Ending;
import dev.sweepline.measure.RunResult;
import dev.sweepline.measure.Slo;
import dev.sweepline.runner.client.LoadClient;
import dev.sweepline.runner.client.RunClock;
import dev.sweepline.runner.load.LoadRun;
import dev.sweepline.runner.load.Recording;
import dev.sweepline.runner.load.StopSignal;
import dev.sweepline.runner.output.LiveStats;
import dev.sweepline.runner.output.Progress;
import dev.sweepline.runner.output.RecordQueue;
import dev.sweepline.runner.output.RequestsFile;
import dev.sweepline.runner.output.ResultTable;
import dev.sweepline.runner.rehearsal.Rehearsal;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** One run, from its claim to its summary. */
final class BenchRun {
  private static final int ID_PREFIX = 8;
  private static final int REHEARSED_REQUESTS = 100;

  private final BenchPlan plan;
  private final PrintWriter out;
  private final PrintWriter err;
  private final StopSignal stop = new StopSignal();
  private final RunAccumulator accumulator = new RunAccumulator();
  private final LiveStats live = new LiveStats();

  BenchRun(BenchPlan plan, PrintWriter out, PrintWriter err) {
    this.plan = plan;
    this.out = out;
    this.err = err;
  }

  /** Runs; the exit code follows from the verdict. */
  ExitCode run() throws InterruptedException {
    SignalStop signals = new SignalStop(stop);
    try (RequestsFile file =
        RequestsFile.claim(plan.folder(), plan.load().id(plan.dataset().sha256()), plan.repeat())) {
      return run(file);
    } finally {
      signals.close();
    }
  }

  private ExitCode run(RequestsFile file) throws InterruptedException {
    writeConfig();
    ContractJson json = ContractJson.current();
    new Rehearsal(plan.load(), REHEARSED_REQUESTS, json::line).run();
    Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    RunClock clock = new RunClock(System::nanoTime);
    RunHeader header = header(file, startedAt, clock);
    file.append(json.line(header));
    Client client = load(header, file, clock);
    boolean interrupted = stop.isRequested();
    if (!interrupted) {
      file.complete();
    }
    RunSummary summary = summary(header, client, interrupted);
    WholeFile.write(
        plan.folder().resolve(RunFiles.summary(file.run())),
        ContractJson.current().document(summary));
    out.print(ResultTable.of(summary, plan.folder()));
    out.flush();
    return exitCode(summary, interrupted);
  }

  private void writeConfig() {
    Path file = plan.folder().resolve(RunFiles.CONFIG);
    if (!Files.exists(file)) {
      WholeFile.write(file, ContractJson.current().document(plan.config()));
    }
  }

  private RunHeader header(RequestsFile file, Instant startedAt, RunClock clock) {
    return new RunHeader(
        SchemaVersion.CURRENT.toString(),
        UUID.randomUUID().toString(),
        plan.config().experimentId(),
        file.run().toString(),
        startedAt,
        clock.startNs(),
        plan.load(),
        plan.dataset(),
        plan.config(),
        Tool.current());
  }

  private Client load(RunHeader header, RequestsFile file, RunClock clock)
      throws InterruptedException {
    ClientMeter meter = new ClientMeter(plan.load().kind() == Kind.OPEN);
    ContractJson json = ContractJson.current();
    RecordQueue records =
        new RecordQueue(
            List.of(
                record -> file.append(json.line(record)), accumulator::add, meter::add, live::add),
            stop::request);
    records.start();
    try (LoadClient client =
        new LoadClient(plan.targets(), plan.access(), plan.load(), plan.threads(), clock)) {
      stop.onRequest(client::cancelAll);
      Progress progress =
          Progress.start(
              plan.progress(),
              err,
              () -> live.line(plan.load(), client.inFlight(), clock.sinceStartNs()));
      try {
        new LoadRun(
                plan.load(),
                plan.payloads(),
                header.runUid().substring(0, ID_PREFIX),
                client,
                new Recording(records::put, client::notSent),
                clock,
                stop)
            .run();
        records.finish();
      } finally {
        progress.close();
      }
      return meter.client(client);
    }
  }

  private RunSummary summary(RunHeader header, Client client, boolean interrupted) {
    RunResult result =
        accumulator.finish(
            new RunContext(
                plan.load(),
                MeasuredFrom.SCHEDULED,
                interrupted ? Ending.INTERRUPTED : Ending.FINISHED,
                null,
                plan.config().integer("nodes"),
                plan.config().integer("gpus_per_node"),
                plan.config().integer("max_num_seqs"),
                plan.config().integer("data_parallel_size"),
                new ClientFacts(client.loopBusy(), null),
                Slo.DEFAULT));
    return RunSummary.of(
        header,
        Instant.now().truncatedTo(ChronoUnit.MICROS),
        result.counts(),
        result.metrics(),
        new Server(plan.model(), plan.serverVersion(), null, null),
        client,
        ClientMeter.host(),
        result.verdict());
  }

  private static ExitCode exitCode(RunSummary summary, boolean interrupted) {
    if (interrupted) {
      return ExitCode.INTERRUPTED;
    }
    return summary.verdict().state() == Verdict.State.INVALID ? ExitCode.ALL_INVALID : ExitCode.OK;
  }
}
