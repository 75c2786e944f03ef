package dev.sweepline.runner.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Load.Arrival;
import dev.sweepline.contract.Load.Endpoint;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRate;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.client.LoadRequest;
import dev.sweepline.runner.client.Payload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class LoadLoopTest {
  private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);
  private final List<RequestRecord> records = new ArrayList<>();
  private final Recording recording =
      new Recording(
          records::add,
          request -> FakeServer.record(request, Outcome.NOT_SENT, request.scheduledUs()));

  private static Load open(double rate, Arrival arrival) {
    return new Load(
        Load.Kind.OPEN, new RequestRate(rate), arrival, null, null, null, null, 1000, null, 0, 42,
        Endpoint.COMPLETIONS, null, false, null, null, null, null);
  }

  private static RequestSource source() {
    List<Payload> payloads =
        IntStream.range(0, 10).mapToObj(i -> new Payload("p" + i, new byte[0], null)).toList();
    return new RequestSource(payloads, 42, "id");
  }

  private OpenLoop openLoop(FakeServer server, Load load, @Nullable Integer limit) {
    return new OpenLoop(
        load, source(), server, recording, server,
        new Permits(limit, server.clock(), server.stop()));
  }

  /** Ends all answers beside the loop, which waits for the last one. */
  private static void run(LoadLoop loop, LoadPart part, FakeServer server)
      throws InterruptedException {
    Thread ending =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                synchronized (server) {
                  server.endNext();
                }
                Thread.onSpinWait();
              }
            });
    ending.setDaemon(true);
    try {
      loop.run(part);
    } finally {
      ending.interrupt();
    }
  }

  @Test
  void anOpenLoopSendsEachSlotWhenItIsDueWhateverTheServerDoes() throws InterruptedException {
    FakeServer server = new FakeServer(1, 900_000);
    OpenLoop loop = openLoop(server, open(100, Arrival.CONSTANT), null);

    runOpen(loop, new LoadPart(Phase.MEASURE, SECOND_NS, 300, Long.MAX_VALUE), server);

    assertThat(server.sent()).hasSize(300);
    assertThat(server.sent())
        .extracting(LoadRequest::scheduledUs)
        .isEqualTo(IntStream.range(0, 300).mapToObj(i -> 1_000_000L + 10_000L * i).toList());
    assertThat(server.sent()).allMatch(request -> request.admittedUs() == request.scheduledUs());
  }

  /** The last slots are still in flight when the loop has sent all: another thread ends them. */
  private static void runOpen(OpenLoop loop, LoadPart part, FakeServer server)
      throws InterruptedException {
    Thread drain =
        new Thread(
            () -> {
              while (server.sent().size() < part.requests()) {
                Thread.onSpinWait();
              }
              while (server.endNext()) {
                Thread.onSpinWait();
              }
            });
    drain.setDaemon(true);
    drain.start();
    loop.run(part);
    drain.join();
  }

  @Test
  void theDurationEndsTheSchedule() throws InterruptedException {
    FakeServer server = new FakeServer(1, 1);
    OpenLoop loop = openLoop(server, open(100, Arrival.CONSTANT), null);

    run(loop, new LoadPart(Phase.MEASURE, 0, LoadPart.UNLIMITED, SECOND_NS), server);

    assertThat(server.sent()).hasSize(100);
  }
}
