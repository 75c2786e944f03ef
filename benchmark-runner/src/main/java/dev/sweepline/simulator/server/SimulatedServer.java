package dev.sweepline.simulator.server;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import dev.sweepline.simulator.metrics.MetricsPage;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A running server. */
public final class SimulatedServer implements AutoCloseable {
  private static final int BACKLOG = 4096;
  private static final double MILLIS_PER_SECOND = 1_000;
  private static final long STOP_SECONDS = 2;

  private final EventLoopGroup loops;
  private final Channel listener;
  private final Desk desk;
  private final CompletableFuture<Void> ready;
  private final String host;

  private SimulatedServer(
      EventLoopGroup loops,
      Channel listener,
      Desk desk,
      CompletableFuture<Void> ready,
      String host) {
    this.loops = loops;
    this.listener = listener;
    this.desk = desk;
    this.ready = ready;
    this.host = host;
  }

  /**
   * Starts to listen.
   *
   * @throws UserError when it cannot, exit code 64
   */
  public static SimulatedServer start(ServerSettings settings) {
    Transport transport = Transport.best();
    EventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(
            settings.threads(), new DefaultThreadFactory("simulator", true), transport.handlers());
    EventLoop loop = loops.next();
    Desk desk =
        new Desk(
            loop,
            settings.timeModel().apply(loop),
            settings.misbehaviours(),
            settings.truthLog(),
            settings.crash());
    CompletableFuture<Void> ready = new CompletableFuture<>();
    MetricsPage page =
        new MetricsPage(
            settings.model().name(),
            System.currentTimeMillis() / MILLIS_PER_SECOND,
            settings.cacheConfig());
    Connection connection =
        new Connection(
            new Gate(ready, settings.apiKeys()), new Routes(settings.model(), page, desk));
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops)
            .channel(transport.channel())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(connection)
            .bind(settings.host(), settings.port())
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
      throw new UserError(
          ExitCode.REFUSED,
          "cannot listen on %s:%d: %s"
              .formatted(settings.host(), settings.port(), bound.cause().getMessage()),
          bound.cause());
    }
    Future<?> unused =
        loop.schedule(
            () -> ready.complete(null), settings.startup().toNanos(), TimeUnit.NANOSECONDS);
    return new SimulatedServer(loops, bound.channel(), desk, ready, settings.host());
  }

  /** Where it listens. */
  public URI address() {
    int port = ((InetSocketAddress) listener.localAddress()).getPort();
    String literal = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + literal + ":" + port);
  }

  /** Completed when requests are answered. */
  public CompletableFuture<Void> ready() {
    return ready;
  }

  /** Waits until the server was closed. */
  public void awaitClose() {
    loops.terminationFuture().awaitUninterruptibly();
  }

  /** Tells every client that its answer ends here, and stops. */
  @Override
  public void close() {
    listener.close().awaitUninterruptibly();
    CompletableFuture<Void> told = new CompletableFuture<>();
    desk.stop(() -> told.complete(null));
    told.join();
    loops
        .shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS)
        .awaitUninterruptibly(STOP_SECONDS, TimeUnit.SECONDS);
  }
}
