package dev.sweepline.runner.client;

import dev.sweepline.contract.ErrorText;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.meter.LoopWatch;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The client of one run: event loops, connections, and the requests in flight. Thread-safe. */
public final class LoadClient implements RequestSender, AutoCloseable {
  /** Below the keep-alive time of common servers (5 s), so that none closes it under a request. */
  private static final long LONGEST_IDLE_NS = TimeUnit.SECONDS.toNanos(4);

  private final EventLoops loops;
  private final ConnectionPool pool;
  private final RequestEncoder encoder;
  private final ExchangeRules rules;
  private final InetSocketAddress address;
  private final Set<Exchange> active = ConcurrentHashMap.newKeySet();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger inFlightMax = new AtomicInteger();

  /**
   * @param target the server
   * @param load time limits, endpoint, {@code ignore_eos}
   * @param threads event loops
   * @param apiKey sent as a bearer token; null for none
   * @param clock the run's
   */
  public LoadClient(
      Target target, Load load, int threads, @Nullable String apiKey, RunClock clock) {
    this.encoder = new RequestEncoder(target, load.endpoint(), apiKey);
    this.rules =
        new ExchangeRules(
            target.baseUrl(),
            clock,
            Timeouts.of(load),
            AnswerForm.of(load),
            load.ignoreEos(),
            ErrorText.masking(apiKey, target.host()));
    this.address = new InetSocketAddress(target.host(), target.port());
    this.pool = new ConnectionPool(clock, LONGEST_IDLE_NS);
    this.loops = new EventLoops(threads);
  }

  @Override
  public void send(LoadRequest request, Consumer<RequestRecord> done) {
    inFlightMax.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    Connection idle = pool.take();
    EventLoop loop = idle == null ? loops.next() : idle.loop();
    Exchange exchange =
        new Exchange(request, rules, loop, (ended, record) -> ended(ended, record, done));
    active.add(exchange);
    loop.execute(() -> start(exchange, idle));
  }

  private void ended(Exchange exchange, RequestRecord record, Consumer<RequestRecord> done) {
    active.remove(exchange);
    inFlight.decrementAndGet();
    done.accept(record);
  }

  private void start(Exchange exchange, @Nullable Connection idle) {
    exchange.attempt();
    if (idle != null && idle.isOpen()) {
      idle.carry(exchange);
    } else {
      connect(exchange);
    }
  }

  private void connect(Exchange exchange) {
    ChannelFuture opening =
        loops
            .bootstrap(exchange.loop(), rules.timeouts().connectNs())
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(
                            loops.watch().readsOn(exchange.loop()),
                            new Connection(channel, pool, encoder, rules.clock()));
                  }
                })
            .connect(address);
    opening.addListener(ignored -> connected(exchange, opening));
  }

  private void connected(Exchange exchange, ChannelFuture opening) {
    Throwable cause = opening.cause();
    if (cause != null) {
      exchange.fail(FailureOutcome.ofConnect(cause), String.valueOf(cause.getMessage()));
      return;
    }
    Connection connection = opening.channel().pipeline().get(Connection.class);
    if (exchange.hasEnded()) {
      connection.discard();
    } else {
      connection.carry(exchange);
    }
  }

  /** Ends all requests in flight as cancelled. */
  public void cancelAll() {
    for (Exchange exchange : active) {
      exchange.loop().execute(() -> exchange.fail(Outcome.CANCELLED, "the run was stopped"));
    }
  }

  /** A slot that was never attempted, because the run was stopped. */
  public RequestRecord notSent(LoadRequest request) {
    return RecordAssembly.notSent(rules.endpoint(), request, rules.clock().sinceStartUs());
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
    return Math.min(1, (double) busiest / Math.max(1, rules.clock().sinceStartNs()));
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
