package dev.sweepline.runner;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.Load.Kind;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.RunHeader;
import dev.sweepline.contract.RunSummary.Client;
import dev.sweepline.measure.RunAccumulator;
import dev.sweepline.runner.client.LoadClient;
import dev.sweepline.runner.client.RunClock;
import dev.sweepline.runner.load.LoadPoint;
import dev.sweepline.runner.load.LoadRun;
import dev.sweepline.runner.load.Recording;
import dev.sweepline.runner.load.StopSignal;
import dev.sweepline.runner.meter.ClientMeter;
import dev.sweepline.runner.output.LiveStats;
import dev.sweepline.runner.output.Progress;
import dev.sweepline.runner.output.RecordQueue;
import dev.sweepline.runner.output.RequestsFile;
import dev.sweepline.runner.stop.RunStops;
import java.io.PrintWriter;
import java.util.List;

/** The part of a run in which requests are sent: from its header to the end of the last request. */
final class LoadStage {
  private static final int ID_PREFIX = 8;

  private final BenchPlan plan;
  private final LoadPoint point;
  private final RunHeader header;
  private final RunClock clock;
  private final StopSignal stop;
  private final PrintWriter err;
  private final LiveStats live = new LiveStats();
  private final RunStops stops;

  LoadStage(
      BenchPlan plan,
      LoadPoint point,
      RunHeader header,
      RunClock clock,
      StopSignal stop,
      PrintWriter err) {
    this.plan = plan;
    this.point = point;
    this.header = header;
    this.clock = clock;
    this.stop = stop;
    this.err = err;
    this.stops = new RunStops(point.load(), stop);
  }

  /** Puts the load on; every record is in the file and the accumulator when it returns. */
  Client run(RequestsFile file, RunAccumulator accumulator) throws InterruptedException {
    try (ClientMeter meter = new ClientMeter(point.load().kind() == Kind.OPEN)) {
      return run(file, accumulator, meter);
    }
  }

  private Client run(RequestsFile file, RunAccumulator accumulator, ClientMeter meter)
      throws InterruptedException {
    Load load = point.load();
    ContractJson json = ContractJson.current();
    try (TextStage texts = TextStage.of(plan, header.runName());
        LoadClient client =
            new LoadClient(
                plan.targets(),
                plan.access(),
                load,
                plan.threads(),
                clock,
                texts.start(stop::request));
        GracePeriod grace = new GracePeriod(plan.output().grace(), client::cancelAll)) {
      stop.onRequest(grace::begin);
      Runnable end =
          () -> {
            stop.request();
            client.cancelAll();
          };
      RecordQueue<RequestRecord> records =
          new RecordQueue<>(
              List.of(
                  record -> file.append(json.line(record)),
                  accumulator::add,
                  meter::add,
                  live::add,
                  stops::add),
              end);
      records.start();
      SampleStage samples =
          SampleStage.start(
              plan,
              header,
              clock,
              meter.states(client::inFlight, client::loopCpuNs),
              end,
              accumulator::addSample,
              err);
      stops.start(client::inFlight);
      Progress progress =
          Progress.start(
              plan.progress(), err, () -> live.line(load, client.inFlight(), clock.sinceStartNs()));
      try (samples) {
        send(client, records);
        records.finish();
        texts.finish();
      } finally {
        stops.close();
        progress.close();
        stops.cause().ifPresent(cause -> err.printf("%s was stopped: %s%n", header.run(), cause));
        err.flush();
      }
      return meter.client(client.loopBusy(), client.inFlightMax(), client.loops(), plan.selfTest());
    }
  }

  private void send(LoadClient client, RecordQueue<RequestRecord> records)
      throws InterruptedException {
    new LoadRun(
            point,
            header.runUid().substring(0, ID_PREFIX),
            client,
            new Recording(records::put, client::notSent),
            clock,
            stop)
        .run();
  }
}
