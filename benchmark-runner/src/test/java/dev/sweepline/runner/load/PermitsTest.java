package dev.sweepline.runner.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRate;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.client.LoadRequest;
import dev.sweepline.runner.client.Payload;
import dev.sweepline.runner.client.RequestSender;
import dev.sweepline.runner.client.RunClock;
import dev.sweepline.runner.load.LoadPart.Tail;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Permits of an open loop, whatever becomes of its requests. */
@Timeout(60)
final class PermitsTest {
  private final ExecutorService enders = Executors.newFixedThreadPool(3);

  @AfterEach
  void stop() {
    enders.shutdownNow();
  }

  @Test
  void anySequenceOfOutcomesKeepsTheRequestsInFlightExact() throws InterruptedException {
    for (long seed = 0; seed < 100; seed++) {
      int limit = seed == 0 ? 45 : 1 + new Random(seed).nextInt(60);
      Server server = new Server(seed, limit, enders);

      int first = server.run(200 + limit);
      int second = server.run(200 + limit);

      assertThat(first).as("seed %d", seed).isEqualTo(limit);
      assertThat(second).as("seed %d, the permits of the first part", seed).isEqualTo(limit);
    }
  }

  /** Ends some of what it holds, in any way, whenever it holds as many as may be in flight. */
  private static final class Server implements RequestSender {
    private static final List<Outcome> OUTCOMES =
        List.of(
            Outcome.OK,
            Outcome.EMPTY,
            Outcome.TRUNCATED,
            Outcome.STREAM_ERROR,
            Outcome.HTTP_ERROR,
            Outcome.RATE_LIMITED,
            Outcome.REFUSED,
            Outcome.RESET,
            Outcome.CONNECT_TIMEOUT,
            Outcome.FIRST_TOKEN_TIMEOUT,
            Outcome.IDLE_TIMEOUT,
            Outcome.TOTAL_TIMEOUT,
            Outcome.CANCELLED);

    private final Random random;
    private final int limit;
    private final StopSignal stop = new StopSignal();
    private final RunClock clock = new RunClock(System::nanoTime);
    private final Permits permits;
    private final List<Held> held = new ArrayList<>();
    private final ExecutorService enders;
    private int asked;
    private int sent;
    private int inFlight;
    private int inFlightMax;

    private record Held(LoadRequest request, Consumer<RequestRecord> done, Outcome outcome) {}

    Server(long seed, int limit, ExecutorService enders) {
      this.random = new Random(seed);
      this.limit = limit;
      this.enders = enders;
      this.permits = new Permits(limit, clock, stop);
    }

    /** The most requests that were in flight at once. */
    int run(int requests) throws InterruptedException {
      asked = requests;
      sent = 0;
      inFlightMax = 0;
      Load load = Load.open(new RequestRate(Double.POSITIVE_INFINITY)).requests(requests).build();
      LoadPoint point = new LoadPoint(load, List.of(new Payload("p", new byte[0], 0, null)), null);
      new OpenLoop(
              point,
              new RequestSource(point, "id"),
              this,
              new Recording(record -> {}, request -> ended(request, Outcome.NOT_SENT)),
              dueNs -> true,
              permits)
          .run(new LoadPart(Phase.MEASURE, 0, requests, Long.MAX_VALUE, Tail.QUIET));
      return inFlightMax;
    }

    @Override
    public synchronized void send(LoadRequest request, Consumer<RequestRecord> done) {
      inFlightMax = Math.max(inFlightMax, ++inFlight);
      held.add(new Held(request, done, OUTCOMES.get(random.nextInt(OUTCOMES.size()))));
      int ending = ++sent == asked ? held.size() : 1 + random.nextInt(held.size());
      if (sent == asked || held.size() == limit) {
        for (int i = 0; i < ending; i++) {
          Held one = held.remove(random.nextInt(held.size()));
          enders.execute(() -> end(one));
        }
      }
    }

    private void end(Held one) {
      synchronized (this) {
        inFlight--;
      }
      one.done.accept(ended(one.request, one.outcome));
    }

    private static RequestRecord ended(LoadRequest request, Outcome outcome) {
      return FakeServer.record(request, outcome, request.scheduledUs() + 1_000_000);
    }
  }
}
