package dev.sweepline.runner.selftest;

import dev.sweepline.contract.DatasetRef;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.Load.Kind;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.PromptLine;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.access.Access;
import dev.sweepline.runner.client.LoadClient;
import dev.sweepline.runner.client.Payload;
import dev.sweepline.runner.client.RunClock;
import dev.sweepline.runner.dataset.BodyEncoder;
import dev.sweepline.runner.dataset.Dataset;
import dev.sweepline.runner.load.LoadPoint;
import dev.sweepline.runner.load.LoadRun;
import dev.sweepline.runner.load.Recording;
import dev.sweepline.runner.load.StopSignal;
import dev.sweepline.runner.meter.ClientMeter;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Puts loads on simulated servers, with the same client as a real run. */
final class TrialRun {
  private static final Dataset ONE_PROMPT =
      new Dataset(
          new DatasetRef("selftest", "0".repeat(64), 1, null),
          List.of(new PromptLine("p", "Count to a thousand.", null, null, null, null, null)));

  private final int threads;
  private final StopSignal stop;

  TrialRun(int threads, StopSignal stop) {
    this.threads = threads;
    this.stop = stop;
  }

  /** Returns when every request has ended. */
  Trial run(SimulatorProcess server, Load load) throws InterruptedException {
    List<Payload> payloads = new BodyEncoder(SimulatorProcess.MODEL, load, 0).encode(ONE_PROMPT);
    Queue<RequestRecord> records = new ConcurrentLinkedQueue<>();
    RunClock clock = new RunClock(System::nanoTime);
    long cpuNs = server.cpuNs();
    try (ClientMeter meter = new ClientMeter(load.kind() == Kind.OPEN);
        LoadClient client =
            new LoadClient(List.of(server.target()), Access.open(), load, threads, clock)) {
      stop.onRequest(client::cancelAll);
      new LoadRun(
              new LoadPoint(load, payloads, null),
              SimulatorProcess.MODEL,
              client,
              new Recording(records::add, client::notSent),
              clock,
              stop)
          .run();
      Double serverBusy = busy(server.cpuNs(), cpuNs, clock.sinceStartNs());
      records.forEach(meter::add);
      return new Trial(
          records.stream().filter(record -> record.phase() == Phase.MEASURE).toList(),
          meter.client(client.loopBusy(), client.inFlightMax(), client.loops(), null),
          serverBusy);
    }
  }

  private static @Nullable Double busy(long cpuNs, long before, long wallNs) {
    return cpuNs < 0 || before < 0 ? null : Double.valueOf((double) (cpuNs - before) / wallNs);
  }
}
