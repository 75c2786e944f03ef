package dev.sweepline.simulator.server;

import dev.sweepline.simulator.api.ApiException;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import java.util.Optional;

/** Hands a connection's requests to their routes. */
final class Router extends SimpleChannelInboundHandler<FullHttpRequest> {
  private final ReadMoment read;
  private final Gate gate;
  private final Routes routes;

  Router(ReadMoment read, Gate gate, Routes routes) {
    this.read = read;
    this.gate = gate;
    this.routes = routes;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
    Exchange exchange =
        new Exchange(
            ctx.channel(), request.headers(), ByteBufUtil.getBytes(request.content()), read.last());
    String path = request.uri().replaceFirst("\\?.*", "");
    Optional<Route> route = routes.find(path);
    if (!gate.open()) {
      exchange.json(503, "{\"detail\":\"Service Unavailable\"}");
    } else if (!gate.admits(path, request.headers().get(HttpHeaderNames.AUTHORIZATION, ""))) {
      exchange.json(401, "{\"error\":\"Unauthorized\"}");
    } else if (!request.decoderResult().isSuccess()) {
      exchange.json(400, "{\"detail\":\"Bad Request\"}");
    } else if (route.isEmpty()) {
      exchange.json(404, "{\"detail\":\"Not Found\"}");
    } else if (!route.get().method().equals(request.method())) {
      exchange.json(405, "{\"detail\":\"Method Not Allowed\"}");
    } else {
      answer(route.get(), exchange);
    }
  }

  private static void answer(Route route, Exchange exchange) {
    try {
      route.action().answer(exchange);
    } catch (ApiException e) {
      exchange.error(e.error());
    }
  }

  /** A connection that breaks is the client's affair; anything else is a bug and must be seen. */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!(cause instanceof IOException)) {
      cause.printStackTrace();
    }
    ChannelFuture unused = ctx.close();
  }
}
