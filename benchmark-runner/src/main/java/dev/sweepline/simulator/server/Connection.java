package dev.sweepline.simulator.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/** What a new connection gets. */
final class Connection extends ChannelInitializer<Channel> {
  private static final int MAX_BODY_BYTES = 64 << 20;

  private final LongPredicate turnedAway;
  private final AtomicLong connections = new AtomicLong();
  private final Gate gate;
  private final Routes routes;

  /**
   * @param turnedAway whether the connection of that number, from 0, is closed at once
   */
  Connection(LongPredicate turnedAway, Gate gate, Routes routes) {
    this.turnedAway = turnedAway;
    this.gate = gate;
    this.routes = routes;
  }

  @Override
  protected void initChannel(Channel channel) {
    if (turnedAway.test(connections.getAndIncrement())) {
      ChannelFuture unused = channel.close();
      return;
    }
    ReadMoment read = new ReadMoment();
    channel
        .pipeline()
        .addLast(
            read,
            new HttpServerCodec(),
            new HttpServerKeepAliveHandler(),
            new HttpObjectAggregator(MAX_BODY_BYTES),
            new OneAtATime(),
            new Router(read, gate, routes));
  }
}
