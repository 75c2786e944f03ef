package dev.sweepline.runner.meter;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * Watches one event loop: how late it runs a task that is due, and what its connections read. All
 * of it is written by that loop alone; others may read at any time.
 */
@Sharable
final class LoopMeter extends ChannelInboundHandlerAdapter {
  private static final long PROBE_NS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final int DIGITS = 3;

  private final SingleWriterRecorder lagUs = new SingleWriterRecorder(DIGITS);
  private final Histogram seenUs = new Histogram(DIGITS);
  private final AtomicLong reads = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private long dueNs;

  /** Begins to probe; ends with the loop. */
  void start(EventLoop loop) {
    dueNs = System.nanoTime() + PROBE_NS;
    Future<?> unused =
        loop.scheduleAtFixedRate(this::probe, PROBE_NS, PROBE_NS, TimeUnit.NANOSECONDS);
  }

  /** A loop that was stuck runs all probes that were due meanwhile: each tells of its own delay. */
  private void probe() {
    lagUs.recordValue(TimeUnit.NANOSECONDS.toMicros(Math.max(0, System.nanoTime() - dueNs)));
    dueNs += PROBE_NS;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof ByteBuf buffer) {
      increase(reads, 1);
      increase(bytes, buffer.readableBytes());
    }
    context.fireChannelRead(message);
  }

  /** One thread alone writes, so no atomic step is paid for. */
  private static void increase(AtomicLong count, long by) {
    count.setOpaque(count.getPlain() + by);
  }

  /** All that was recorded so far. */
  synchronized Histogram lagUs() {
    seenUs.add(lagUs.getIntervalHistogram());
    return seenUs.copy();
  }

  long reads() {
    return reads.getOpaque();
  }

  long bytes() {
    return bytes.getOpaque();
  }
}
