package dev.sweepline.simulator.server;

import dev.sweepline.contract.UserError;
import dev.sweepline.simulator.metrics.MetricsPage;
import dev.sweepline.simulator.pace.TimeModel;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannelRecvByteBufAllocator;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A running server. */
public final class SimulatedServer implements AutoCloseable {
  private static final int BACKLOG = 4096;

  /** So that thousands of clients that come at once do not wait for the answers of the first. */
  private static final int ACCEPTS_PER_TURN = 1024;

  private static final double MILLIS_PER_SECOND = 1_000;
  private static final long STOP_SECONDS = 2;

  private final ServerSettings settings;
  private final Transport transport = Transport.best();
  private final EventLoopGroup loops;
  private final Listener listener;
  private final Desk desk;
  private final CompletableFuture<Void> others;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  private SimulatedServer(ServerSettings settings, CompletableFuture<Void> others) {
    this.settings = settings;
    this.others = others;
    this.loops =
        new MultiThreadIoEventLoopGroup(
            settings.threads(), new DefaultThreadFactory("simulator", true), transport.handlers());
    this.listener = new Listener(settings.door());
    EventLoop loop = loops.next();
    TimeModel model = settings.timeModel().apply(loop);
    double startedS = System.currentTimeMillis() / MILLIS_PER_SECOND;
    MetricsDesk metrics =
        new MetricsDesk(
            loop,
            model,
            settings.metricsFaults(),
            new MetricsPage(settings.model().name(), startedS, settings.cacheConfig()));
    this.desk = new Desk(loop, model, settings, metrics, listener::arrived);
    Connection connection =
        new Connection(
            settings.door().turnedAway(),
            new Gate(ready, settings.door().apiKeys()),
            new Routes(settings.model(), (long) startedS, metrics, desk));
    try {
      listener.open(bootstrap(connection));
    } catch (UserError e) {
      loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
      throw e;
    }
    Future<?> unused =
        loop.schedule(this::startupEnds, settings.startup().time().toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Starts to listen.
   *
   * @throws UserError when it cannot, exit code 64
   */
  public static SimulatedServer start(ServerSettings settings) {
    return start(settings, CompletableFuture.completedFuture(null));
  }

  /**
   * Likewise, and answers no request before its other processes are there.
   *
   * @param others completed when they are
   */
  public static SimulatedServer start(ServerSettings settings, CompletableFuture<Void> others) {
    return new SimulatedServer(settings, others);
  }

  private ServerBootstrap bootstrap(Connection connection) {
    return new ServerBootstrap()
        .group(loops)
        .channel(transport.channel())
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .option(ChannelOption.SO_REUSEADDR, true)
        .option(
            ChannelOption.RECVBUF_ALLOCATOR,
            new ServerChannelRecvByteBufAllocator().maxMessagesPerRead(ACCEPTS_PER_TURN))
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(connection);
  }

  private void startupEnds() {
    switch (settings.startup().end()) {
      case READY -> {
        CompletableFuture<Void> unused = others.thenRun(() -> ready.complete(null));
      }
      case CRASH -> settings.crash().run();
    }
  }

  /** Where it listens. */
  public URI address() {
    String host = settings.door().host();
    String literal = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + literal + ":" + listener.port());
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
    listener.close();
    CompletableFuture<Void> told = new CompletableFuture<>();
    desk.stop(() -> told.complete(null));
    told.join();
    loops
        .shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS)
        .awaitUninterruptibly(STOP_SECONDS, TimeUnit.SECONDS);
  }
}
