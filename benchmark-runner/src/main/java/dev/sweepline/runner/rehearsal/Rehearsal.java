package dev.sweepline.runner.rehearsal;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.access.Access;
import dev.sweepline.runner.client.LoadClient;
import dev.sweepline.runner.client.LoadRequest;
import dev.sweepline.runner.client.Payload;
import dev.sweepline.runner.client.RunClock;
import dev.sweepline.runner.client.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Sends some requests to a canned server in this process, so that classes are loaded and hot code
 * is compiled before the clock of the run starts. Without it the first requests of a run are tens
 * of milliseconds late. The server under load sees nothing of it.
 */
public final class Rehearsal {
  private static final int STREAMS = 4;

  private final Load load;
  private final int requests;
  private final Consumer<RequestRecord> records;
  private final AtomicInteger sent = new AtomicInteger();
  private final CountDownLatch ended;

  /**
   * @param load of the run
   * @param requests how many
   * @param records gets their records, which are of no use but to be handled once
   */
  public Rehearsal(Load load, int requests, Consumer<RequestRecord> records) {
    this.load = load;
    this.requests = requests;
    this.records = records;
    this.ended = new CountDownLatch(requests);
  }

  /**
   * Rehearses. Where there is no loopback it does nothing: it only saves time.
   *
   * @throws InterruptedException when this thread is interrupted
   */
  public void run() throws InterruptedException {
    try (CannedServer server = new CannedServer();
        LoadClient client =
            new LoadClient(
                List.of(Target.parse(server.url())),
                Access.open(),
                load,
                1,
                new RunClock(System::nanoTime))) {
      for (int stream = 0; stream < Math.min(STREAMS, requests); stream++) {
        next(client);
      }
      ended.await();
    } catch (IOException noLoopback) {
      // The run starts cold then, which its own lateness shows.
    }
  }

  private void next(LoadClient client) {
    int index = sent.getAndIncrement();
    if (index >= requests) {
      return;
    }
    byte[] body = CannedServer.REQUEST_BODY.getBytes(StandardCharsets.US_ASCII);
    Payload payload = new Payload("rehearsal", body, 0, null);
    client.send(
        new LoadRequest("rehearsal-" + index, index, Phase.WARMUP, payload, 0, 0L, null),
        record -> {
          records.accept(record);
          ended.countDown();
          next(client);
        });
  }
}
