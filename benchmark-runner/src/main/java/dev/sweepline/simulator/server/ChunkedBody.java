package dev.sweepline.simulator.server;

import dev.sweepline.simulator.wire.Sink;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;

/** The body of a stream, each piece a chunk. */
record ChunkedBody(Channel channel) implements Sink {
  @Override
  public void write(ByteBuf piece) {
    send(new DefaultHttpContent(piece));
  }

  @Override
  public void end(ByteBuf piece) {
    send(new DefaultLastHttpContent(piece));
  }

  /** A write fails only when its connection does, and that is watched. */
  private void send(Object message) {
    ChannelFuture unused = channel.writeAndFlush(message, channel.voidPromise());
  }
}
