package dev.sweepline.simulator.server;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The socket on which a server listens; connections that are open live on without it. */
final class Listener {
  private final Door door;
  private volatile @Nullable ServerBootstrap bootstrap;
  private volatile @Nullable Channel socket;
  private volatile int port;
  private volatile boolean closed;

  Listener(Door door) {
    this.door = door;
  }

  /**
   * Begins to listen.
   *
   * @throws UserError when it cannot, exit code 64
   */
  void open(ServerBootstrap with) {
    ChannelFuture bound = with.bind(door.host(), door.port()).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new UserError(
          ExitCode.REFUSED,
          "cannot listen on %s:%d: %s"
              .formatted(door.host(), door.port(), bound.cause().getMessage()),
          bound.cause());
    }
    bootstrap = with;
    socket = bound.channel();
    port = ((InetSocketAddress) bound.channel().localAddress()).getPort();
  }

  /** The port that it has, or had while it listened. */
  int port() {
    return port;
  }

  /** The request of that number arrives, from 1: behind it the door may shut for a while. */
  void arrived(long number) {
    Channel open = socket;
    if (open != null && door.shutAfter().isPresent() && door.shutAfter().getAsLong() == number) {
      ChannelFuture unused = open.close().addListener(shut -> reopenLater(open));
    }
  }

  private void reopenLater(Channel shut) {
    Future<?> unused =
        shut.eventLoop().schedule(this::reopen, door.shutFor().toNanos(), TimeUnit.NANOSECONDS);
  }

  private void reopen() {
    ServerBootstrap with = bootstrap;
    if (!closed && with != null) {
      socket = with.bind(door.host(), port).channel();
    }
  }

  void close() {
    closed = true;
    Channel open = socket;
    if (open != null) {
      open.close().awaitUninterruptibly();
    }
  }
}
