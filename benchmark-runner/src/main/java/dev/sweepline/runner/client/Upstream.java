package dev.sweepline.runner.client;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.access.Access;
import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One of the servers under load: its connections, and how many requests are with it. */
final class Upstream implements Exchange.Carrier {
  /** Below the keep-alive time of common servers (5 s), so that none closes it under a request. */
  private static final long LONGEST_IDLE_NS = TimeUnit.SECONDS.toNanos(4);

  private final ExchangeRules rules;
  private final ConnectionPool pool;
  private final ConnectionOpening opening;
  private final EventLoops loops;
  private int inFlight;

  Upstream(Target target, Access access, Load load, EventLoops loops, RunClock clock) {
    this.rules = ExchangeRules.of(target, access, load, clock);
    RequestEncoder encoder = new RequestEncoder(target, load, access);
    this.pool = new ConnectionPool(clock, LONGEST_IDLE_NS);
    this.opening =
        new ConnectionOpening(
            target,
            access,
            loops,
            rules.timeouts().connectNs(),
            channel -> new Connection(channel, pool, encoder, clock));
    this.loops = loops;
  }

  ExchangeRules rules() {
    return rules;
  }

  /** Requests that the balancer has given it and that have not ended; guarded by the balancer. */
  int inFlight() {
    return inFlight;
  }

  void begin() {
    inFlight++;
  }

  void end() {
    inFlight--;
  }

  /** Makes the exchange of a request, with the connection that it will use if one is idle. */
  Exchange exchange(LoadRequest request, BiConsumer<Exchange, RequestRecord> done) {
    Connection idle = pool.take();
    EventLoop loop = idle == null ? loops.next() : idle.loop();
    return new Exchange(request, rules, this, idle, loop, done);
  }

  @Override
  public void carry(Exchange exchange, @Nullable Connection reserved) {
    Connection idle = reserved == null ? pool.take(exchange.loop()) : reserved;
    if (idle != null && idle.isOpen()) {
      idle.carry(exchange);
    } else {
      opening.open(exchange);
    }
  }
}
