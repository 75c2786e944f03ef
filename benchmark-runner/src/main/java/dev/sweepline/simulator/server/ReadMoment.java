package dev.sweepline.simulator.server;

import dev.sweepline.simulator.truth.Moment;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Remembers when a connection's last bytes were read, before anything is made of them. */
final class ReadMoment extends ChannelInboundHandlerAdapter {
  private Moment last = Moment.now();

  Moment last() {
    return last;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    last = Moment.now();
    ctx.fireChannelRead(message);
  }
}
