package dev.sweepline.runner.client;

import dev.sweepline.runner.access.Access;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens connections to one server, and talks TLS where that is asked for. */
final class ConnectionOpening {
  private final Target target;
  private final Access access;
  private final EventLoops loops;
  private final long limitNs;
  private final Function<Channel, Connection> connections;
  private final InetSocketAddress address;

  /**
   * @param limitNs for the connection, and again for the TLS handshake
   * @param connections makes the handler of an open channel
   */
  ConnectionOpening(
      Target target,
      Access access,
      EventLoops loops,
      long limitNs,
      Function<Channel, Connection> connections) {
    this.target = target;
    this.access = access;
    this.loops = loops;
    this.limitNs = limitNs;
    this.connections = connections;
    this.address = new InetSocketAddress(target.host(), target.port());
  }

  /** Opens a connection that then carries the exchange. */
  void open(Exchange exchange) {
    ChannelFuture opening =
        loops
            .bootstrap(exchange.loop(), limitNs)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    if (target.isSecure()) {
                      channel.pipeline().addLast(tls());
                    }
                    channel
                        .pipeline()
                        .addLast(
                            loops.watch().readsOn(exchange.loop()), connections.apply(channel));
                  }
                })
            .connect(address);
    opening.addListener(ignored -> connected(exchange, opening));
  }

  private SslHandler tls() {
    SslHandler handler = new SslHandler(access.engine(target.host(), target.port()));
    handler.setHandshakeTimeoutMillis(
        limitNs == Timeouts.NONE ? 0 : Math.max(1, TimeUnit.NANOSECONDS.toMillis(limitNs)));
    return handler;
  }

  private static void connected(Exchange exchange, ChannelFuture opening) {
    SslHandler tls = opening.channel().pipeline().get(SslHandler.class);
    if (opening.cause() != null || tls == null) {
      ready(exchange, opening.channel(), opening.cause());
    } else {
      tls.handshakeFuture()
          .addListener(shaken -> ready(exchange, opening.channel(), shaken.cause()));
    }
  }

  private static void ready(Exchange exchange, Channel channel, @Nullable Throwable cause) {
    if (cause != null) {
      exchange.fail(FailureOutcome.ofConnect(cause), String.valueOf(cause.getMessage()));
      return;
    }
    Connection connection = channel.pipeline().get(Connection.class);
    if (exchange.hasEnded()) {
      connection.discard();
    } else {
      connection.carry(exchange);
    }
  }
}
