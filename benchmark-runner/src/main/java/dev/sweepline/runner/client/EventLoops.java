package dev.sweepline.runner.client;

import dev.sweepline.runner.meter.LoopWatch;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The threads that do the network: epoll where there is one, NIO elsewhere. */
final class EventLoops implements AutoCloseable {
  static final int RECEIVE_BUFFER = 64 * 1024;
  private static final int QUIET_PERIOD_MS = 0;
  private static final int SHUTDOWN_LIMIT_MS = 2000;

  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final MultiThreadIoEventLoopGroup group;
  private final Class<? extends SocketChannel> channelType;
  private final LoopWatch watch;
  private final Map<EventExecutor, ReadBuffer> buffers = new HashMap<>();

  EventLoops(int count) {
    boolean epoll = Epoll.isAvailable();
    IoHandlerFactory handlers = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    this.channelType = epoll ? EpollSocketChannel.class : NioSocketChannel.class;
    this.group =
        new MultiThreadIoEventLoopGroup(
            count,
            new DefaultThreadFactory("load", true) {
              @Override
              protected Thread newThread(Runnable task, String name) {
                Thread thread = super.newThread(task, name);
                threads.add(thread);
                return thread;
              }
            },
            handlers);
    this.watch = LoopWatch.start(group);
    group.forEach(loop -> buffers.put(loop, new ReadBuffer(RECEIVE_BUFFER)));
  }

  EventLoop next() {
    return group.next();
  }

  LoopWatch watch() {
    return watch;
  }

  Bootstrap bootstrap(EventLoop loop, long connectTimeoutNs) {
    long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(connectTimeoutNs));
    return new Bootstrap()
        .group(loop)
        .channel(channelType)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(
            ChannelOption.CONNECT_TIMEOUT_MILLIS,
            connectTimeoutNs == Timeouts.NONE ? 0 : (int) Math.min(millis, Integer.MAX_VALUE))
        .option(ChannelOption.RECVBUF_ALLOCATOR, buffers.get(loop));
  }

  /** CPU time of each thread so far, nanoseconds. */
  long[] cpuNs() {
    ThreadMXBean beans = ManagementFactory.getThreadMXBean();
    return threads.stream()
        .mapToLong(thread -> Math.max(0, beans.getThreadCpuTime(thread.getId())))
        .toArray();
  }

  @Override
  public void close() {
    group
        .shutdownGracefully(QUIET_PERIOD_MS, SHUTDOWN_LIMIT_MS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(SHUTDOWN_LIMIT_MS);
    if (group.isTerminated()) {
      buffers.values().forEach(ReadBuffer::close);
    }
  }
}
