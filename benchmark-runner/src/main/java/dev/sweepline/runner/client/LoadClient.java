package dev.sweepline.runner.client;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.access.Access;
import dev.sweepline.runner.meter.LoopWatch;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The client of one run: event loops, servers, and the requests in flight. Thread-safe. */
public final class LoadClient implements RequestSender, AutoCloseable {
  private final EventLoops loops;
  private final Balancer balancer;
  private final RunClock clock;
  private final @Nullable AnswerSink answers;
  private final Set<Exchange> active = ConcurrentHashMap.newKeySet();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger inFlightMax = new AtomicInteger();

  /**
   * @param targets the servers, at least one
   * @param access to them
   * @param load time limits, endpoint, balancing, retries
   * @param threads event loops
   * @param clock the run's
   */
  public LoadClient(List<Target> targets, Access access, Load load, int threads, RunClock clock) {
    this(targets, access, load, threads, clock, null);
  }

  /**
   * @param answers takes the texts of answers; null to keep none
   */
  public LoadClient(
      List<Target> targets,
      Access access,
      Load load,
      int threads,
      RunClock clock,
      @Nullable AnswerSink answers) {
    this.clock = clock;
    this.answers = answers;
    this.loops = new EventLoops(threads);
    this.balancer =
        new Balancer(
            targets.stream()
                .map(target -> new Upstream(target, access, load, loops, clock))
                .toList(),
            load.balancing());
  }

  @Override
  public void send(LoadRequest request, Consumer<RequestRecord> done) {
    inFlightMax.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    Upstream upstream = balancer.admit();
    Exchange exchange =
        upstream.exchange(request, (ended, record) -> ended(ended, upstream, record, done));
    if (answers != null) {
      exchange.keepText();
    }
    active.add(exchange);
    exchange.loop().execute(exchange::begin);
  }

  private void ended(
      Exchange exchange, Upstream upstream, RequestRecord record, Consumer<RequestRecord> done) {
    active.remove(exchange);
    balancer.release(upstream);
    inFlight.decrementAndGet();
    if (answers != null) {
      answers.answer(record.requestId(), exchange.answer().text());
    }
    done.accept(record);
  }

  /** Ends all requests in flight as cancelled. */
  public void cancelAll() {
    for (Exchange exchange : active) {
      exchange.loop().execute(() -> exchange.fail(Outcome.CANCELLED, "the run was stopped"));
    }
  }

  /** A slot that was never attempted, because the run was stopped. */
  public RequestRecord notSent(LoadRequest request) {
    return RecordAssembly.notSent(
        balancer.inTurn(request.index()).rules().endpoint(), request, clock.sinceStartUs());
  }

  /** Requests in flight now. */
  public int inFlight() {
    return inFlight.get();
  }

  /** Most requests in flight at once so far. */
  public int inFlightMax() {
    return inFlightMax.get();
  }

  /** Largest share of the time since the run's start that an event loop spent on a CPU, 0 to 1. */
  public double loopBusy() {
    long busiest = Arrays.stream(loops.cpuNs()).max().orElse(0);
    return Math.min(1, (double) busiest / Math.max(1, clock.sinceStartNs()));
  }

  /** What its event loops are late for, and read. */
  public LoopWatch loops() {
    return loops.watch();
  }

  /** CPU time of each event loop so far, nanoseconds. */
  public long[] loopCpuNs() {
    return loops.cpuNs();
  }

  @Override
  public void close() {
    loops.close();
  }
}
