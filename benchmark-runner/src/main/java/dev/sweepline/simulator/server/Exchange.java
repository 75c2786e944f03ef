package dev.sweepline.simulator.server;

import dev.sweepline.simulator.api.ApiError;
import dev.sweepline.simulator.truth.Moment;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/**
 * A request and the way back to its client. Methods that write may be called by any thread; what
 * one thread writes stays in order.
 */
final class Exchange {
  private static final String JSON = "application/json";

  private final Channel channel;
  private final HttpHeaders headers;
  private final byte[] body;
  private final Moment read;

  /**
   * @param read when the request's last byte was read
   */
  Exchange(Channel channel, HttpHeaders headers, byte[] body, Moment read) {
    this.channel = channel;
    this.headers = headers;
    this.body = body;
    this.read = read;
  }

  Channel channel() {
    return channel;
  }

  HttpHeaders headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  Moment read() {
    return read;
  }

  void json(int status, String body) {
    reply(status, JSON, body.getBytes(StandardCharsets.UTF_8));
  }

  void error(ApiError error) {
    reply(error.status(), JSON, error.body());
  }

  void reply(int status, String contentType, byte[] body) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(body));
    response
        .headers()
        .set(HttpHeaderNames.SERVER, "uvicorn")
        .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
    if (body.length > 0) {
      response.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
    }
    send(response);
  }

  void openStream() {
    HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    response
        .headers()
        .set(HttpHeaderNames.SERVER, "uvicorn")
        .set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8")
        .set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
    send(response);
  }

  void stream(ByteBuf events) {
    send(new DefaultHttpContent(events));
  }

  void closeStream(ByteBuf events) {
    send(new DefaultLastHttpContent(events));
  }

  /** Runs on the connection's own loop: at once when called there. */
  void onLoop(Runnable task) {
    if (channel.eventLoop().inEventLoop()) {
      task.run();
    } else {
      channel.eventLoop().execute(task);
    }
  }

  /** A write fails only when its connection does, and that is watched. */
  private void send(Object message) {
    ChannelFuture unused = channel.writeAndFlush(message);
  }
}
