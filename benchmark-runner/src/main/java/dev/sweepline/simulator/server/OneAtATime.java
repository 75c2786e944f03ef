package dev.sweepline.simulator.server;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;

/** Holds a pipelined request back until the answer to the one before it is written. */
final class OneAtATime extends ChannelDuplexHandler {
  private final Deque<Object> held = new ArrayDeque<>();
  private boolean answering;

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object request) {
    if (answering) {
      held.addLast(request);
    } else {
      answering = true;
      ctx.fireChannelRead(request);
    }
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    ChannelFuture unused = ctx.write(message, promise);
    if (message instanceof LastHttpContent) {
      Object next = held.pollFirst();
      answering = next != null;
      if (next != null) {
        ctx.fireChannelRead(next);
      }
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    held.forEach(ReferenceCountUtil::release);
    held.clear();
  }
}
