package dev.sweepline.runner.meter;

import dev.sweepline.contract.Delays;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Watches the event loops of one client until they end. */
public final class LoopWatch {
  private final Map<EventLoop, LoopMeter> meters = new HashMap<>();

  private LoopWatch() {}

  /** Begins to watch all loops of a group. */
  public static LoopWatch start(EventLoopGroup group) {
    LoopWatch watch = new LoopWatch();
    for (EventExecutor executor : group) {
      LoopMeter meter = new LoopMeter();
      watch.meters.put((EventLoop) executor, meter);
      meter.start((EventLoop) executor);
    }
    return watch;
  }

  /** Counts the reads of a connection; the first handler that sees plain bytes. */
  public ChannelHandler readsOn(EventLoop loop) {
    return Objects.requireNonNull(meters.get(loop), "a loop that is not watched");
  }

  /** Time from when a task was due to when it ran, of all loops; null before the first one ran. */
  public @Nullable Delays lagUs() {
    DelayHistogram all = new DelayHistogram();
    meters.values().forEach(meter -> all.addAll(meter.lagUs()));
    return all.delays();
  }

  /** Socket reads so far. */
  public long reads() {
    return meters.values().stream().mapToLong(LoopMeter::reads).sum();
  }

  /** Bytes that they brought. */
  public long bytes() {
    return meters.values().stream().mapToLong(LoopMeter::bytes).sum();
  }
}
