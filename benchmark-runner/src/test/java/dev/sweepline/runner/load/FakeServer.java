package dev.sweepline.runner.load;

import dev.sweepline.contract.Ints;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.TokenSource;
import dev.sweepline.runner.client.LoadRequest;
import dev.sweepline.runner.client.RequestSender;
import dev.sweepline.runner.client.RunClock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A server with a clock of its own, all on the calling thread: answers are held back until a number
 * of requests is in flight, and then end one after the other, in the order of their times.
 */
final class FakeServer implements RequestSender, Pacer {
  private final Random random;
  private final long longestUs;
  private final int heldBack;
  private final PriorityQueue<Pending> pending =
      new PriorityQueue<>(Comparator.comparingLong(Pending::endUs));
  private final List<LoadRequest> sent = new ArrayList<>();
  private final StopSignal stop = new StopSignal();
  private int stopAfter = Integer.MAX_VALUE;
  private long nowNs;
  private int inFlightMax;
  private boolean ending;

  private record Pending(long endUs, LoadRequest request, Consumer<RequestRecord> done) {}

  /**
   * @param seed of the service times
   * @param longestUs service times are uniform below it
   * @param heldBack requests in flight at which answers begin to end
   */
  FakeServer(long seed, long longestUs, int heldBack) {
    this.random = new Random(seed);
    this.longestUs = longestUs;
    this.heldBack = heldBack;
  }

  RunClock clock() {
    return new RunClock(() -> nowNs);
  }

  StopSignal stop() {
    return stop;
  }

  void stopAfter(int requests) {
    stopAfter = requests;
  }

  List<LoadRequest> sent() {
    return sent;
  }

  int inFlightMax() {
    return inFlightMax;
  }

  @Override
  public void send(LoadRequest request, Consumer<RequestRecord> done) {
    sent.add(request);
    long endUs =
        TimeUnit.NANOSECONDS.toMicros(nowNs) + 1 + (long) (random.nextDouble() * longestUs);
    pending.add(new Pending(endUs, request, done));
    inFlightMax = Math.max(inFlightMax, pending.size());
    if (sent.size() == stopAfter) {
      stop.request();
    }
    if (!ending && pending.size() >= heldBack) {
      endAll();
    }
  }

  @Override
  public boolean await(long dueNs) {
    nowNs = Math.max(nowNs, dueNs);
    return !stop.isRequested();
  }

  /** Ends what is held back. */
  void endAll() {
    ending = true;
    for (Pending next = pending.poll(); next != null; next = pending.poll()) {
      nowNs = Math.max(nowNs, TimeUnit.MICROSECONDS.toNanos(next.endUs));
      next.done.accept(record(next.request, Outcome.OK, next.endUs));
    }
    ending = false;
  }

  static RequestRecord record(LoadRequest request, Outcome outcome, long endUs) {
    Long token = outcome.isAttempted() ? (Long) endUs : null;
    Integer tokens = outcome.isAttempted() ? (Integer) 1 : null;
    return new RequestRecord(
        request.requestId(),
        request.index(),
        "p",
        request.phase(),
        "http://stub",
        request.scheduledUs(),
        request.admittedUs(),
        request.admittedUs(),
        token,
        token,
        token,
        token,
        token,
        endUs,
        null,
        tokens,
        tokens == null ? null : TokenSource.EVENTS,
        tokens == null ? 0 : 1,
        null,
        null,
        Ints.EMPTY,
        null,
        outcome,
        null,
        0,
        null);
  }
}
