package dev.sweepline.runner.rehearsal;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.RequestRate;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.access.Access;
import dev.sweepline.runner.client.LoadClient;
import dev.sweepline.runner.client.Payload;
import dev.sweepline.runner.client.RunClock;
import dev.sweepline.runner.client.Target;
import dev.sweepline.runner.load.LoadPoint;
import dev.sweepline.runner.load.LoadRun;
import dev.sweepline.runner.load.Recording;
import dev.sweepline.runner.load.StopSignal;
import dev.sweepline.runner.output.RecordQueue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts a small load of both kinds on a canned server in this process, through all that a run goes
 * through, so that classes are loaded and hot code is compiled before the clock of the run starts.
 * Without it the first requests of a run are tens of milliseconds late. The server under load sees
 * nothing of it.
 */
public final class Rehearsal {
  private static final int STREAMS = 4;
  private static final double PER_SECOND = 1000;

  private final Load load;
  private final int requests;
  private final List<Consumer<RequestRecord>> records;

  /**
   * @param load of the run
   * @param requests how many, of each kind of load
   * @param records get their records, which are of no use but to be handled
   */
  public Rehearsal(Load load, int requests, List<Consumer<RequestRecord>> records) {
    this.load = load;
    this.requests = requests;
    this.records = List.copyOf(records);
  }

  /**
   * Rehearses. Where there is no loopback it does nothing: it only saves time.
   *
   * @throws InterruptedException when this thread is interrupted
   */
  public void run() throws InterruptedException {
    RunClock clock = new RunClock(System::nanoTime);
    RecordQueue<RequestRecord> queue = new RecordQueue<>(records, () -> {});
    queue.start();
    try (CannedServer server = new CannedServer();
        LoadClient client =
            new LoadClient(List.of(Target.parse(server.url())), Access.open(), load, 1, clock)) {
      play(Load.closed(STREAMS).requests(requests).build(), client, queue, clock);
      play(Load.open(new RequestRate(PER_SECOND)).requests(requests).build(), client, queue, clock);
    } catch (IOException noLoopback) {
      // The run starts cold then, which its own lateness shows.
    }
    queue.finish();
  }

  private static void play(
      Load small, LoadClient client, RecordQueue<RequestRecord> queue, RunClock clock)
      throws InterruptedException {
    byte[] body = CannedServer.REQUEST_BODY.getBytes(StandardCharsets.US_ASCII);
    LoadPoint point = new LoadPoint(small, List.of(new Payload("rehearsal", body, 0, null)), null);
    new LoadRun(
            point,
            "rehearsal",
            client,
            new Recording(queue::put, client::notSent),
            clock,
            new StopSignal())
        .run();
  }
}
