package dev.sweepline.runner.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Delays;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.nio.NioIoHandler;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopWatchTest {
  private static final long STUCK_NS = TimeUnit.MILLISECONDS.toNanos(60);

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final LoopWatch watch = LoopWatch.start(group);

  @AfterEach
  void endTheLoops() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  @Test
  void aLoopThatWasStuckRunsWhatWasDueMeanwhileLate() {
    group.next().submit(LoopWatchTest::beStuck).syncUninterruptibly();
    // The probes that became due meanwhile run before a task that becomes due after them.
    group.next().schedule(() -> {}, 1, TimeUnit.MILLISECONDS).syncUninterruptibly();
    Delays lag = Objects.requireNonNull(watch.lagUs());
    assertThat(lag.max()).isGreaterThanOrEqualTo(40_000);
    assertThat(Objects.requireNonNull(lag.count())).isGreaterThanOrEqualTo(5);
  }

  private static void beStuck() {
    long endNs = System.nanoTime() + STUCK_NS;
    for (long leftNs = STUCK_NS; leftNs > 0; leftNs = endNs - System.nanoTime()) {
      LockSupport.parkNanos(leftNs);
    }
  }

  @Test
  void readsAndTheirBytesAreCountedAndHandedOn() {
    EmbeddedChannel channel = new EmbeddedChannel(watch.readsOn(group.next()));
    channel.writeInbound(Unpooled.wrappedBuffer(new byte[300]));
    channel.writeInbound(Unpooled.wrappedBuffer(new byte[100]));
    assertThat(watch.reads()).isEqualTo(2);
    assertThat(watch.bytes()).isEqualTo(400);
    assertThat(channel.inboundMessages()).hasSize(2);
  }
}
