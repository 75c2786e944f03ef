package dev.sweepline.simulator.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;

/** What a new connection gets. */
final class Connection extends ChannelInitializer<Channel> {
  private static final int MAX_BODY_BYTES = 64 << 20;

  private final Gate gate;
  private final Routes routes;

  Connection(Gate gate, Routes routes) {
    this.gate = gate;
    this.routes = routes;
  }

  @Override
  protected void initChannel(Channel channel) {
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
