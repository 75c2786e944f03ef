package dev.sweepline.runner.load;

import dev.sweepline.contract.Ints;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.TokenSource;
import dev.sweepline.runner.client.LoadRequest;
import dev.sweepline.runner.client.RequestSender;
import dev.sweepline.runner.client.RunClock;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A clock that only moves when it is told to, and a server whose answers end by it. All on the
 * calling thread.
 */
final class FakeServer implements RequestSender, Pacer {
  private record Pending(long endUs, LoadRequest request, Consumer<RequestRecord> done) {}

  private final Random random;
  private final long longestUs;
  private final PriorityQueue<Pending> pending =
      new PriorityQueue<>((one, other) -> Long.compare(one.endUs, other.endUs));
  private final List<LoadRequest> sent = new ArrayList<>();
  private final StopSignal stop = new StopSignal();
  private long nowNs;
  private int inFlightMax;

  /**
   * @param longestUs service times are uniform below it
   */
  FakeServer(long seed, long longestUs) {
    this.random = new Random(seed);
    this.longestUs = longestUs;
  }

  RunClock clock() {
    return new RunClock(() -> nowNs);
  }

  StopSignal stop() {
    return stop;
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
    long endUs = TimeUnit.NANOSECONDS.toMicros(nowNs) + 1 + random.nextLong(longestUs);
    pending.add(new Pending(endUs, request, done));
    inFlightMax = Math.max(inFlightMax, pending.size());
  }

  @Override
  public boolean await(long dueNs) {
    while (!pending.isEmpty() && TimeUnit.MICROSECONDS.toNanos(pending.element().endUs) <= dueNs) {
      endNext();
    }
    nowNs = Math.max(nowNs, dueNs);
    return !stop.isRequested();
  }

  /** Lets the next answer end; false when nothing is in flight. */
  boolean endNext() {
    Pending next = pending.poll();
    if (next == null) {
      return false;
    }
    nowNs = Math.max(nowNs, TimeUnit.MICROSECONDS.toNanos(next.endUs));
    next.done.accept(record(next.request, Outcome.OK, next.endUs));
    return true;
  }

  static RequestRecord record(LoadRequest request, Outcome outcome, long endUs) {
    boolean sent = outcome.isAttempted();
    Long token = sent ? (Long) endUs : null;
    Long start = sent ? request.admittedUs() : null;
    return new RequestRecord(
        request.requestId(), request.index(), "p", request.phase(), "http://stub",
        request.scheduledUs(), request.admittedUs(), start, start, token, token, token, token,
        endUs, null, sent ? 1 : null, source(sent), sent ? 1 : 0, null, null, Ints.EMPTY, null,
        outcome, null, 0, null);
  }

  private static @Nullable TokenSource source(boolean sent) {
    return sent ? TokenSource.EVENTS : null;
  }
}
