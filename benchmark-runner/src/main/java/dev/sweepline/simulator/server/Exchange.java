package dev.sweepline.simulator.server;

import dev.sweepline.simulator.api.ApiError;
import dev.sweepline.simulator.fault.Conduct;
import dev.sweepline.simulator.truth.Moment;
import dev.sweepline.simulator.wire.Sink;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

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

  byte[] requestBody() {
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
    reply(status, contentType, Map.of(), body);
  }

  void reply(int status, String contentType, Map<String, String> more, byte[] body) {
    send(Responses.whole(status, contentType, more, body));
  }

  /** A whole answer, with what the conduct says of the body and the connection. */
  void answer(Conduct conduct, String contentType, byte[] body) {
    send(Responses.whole(conduct, contentType, body));
  }

  void openStream(Conduct conduct) {
    send(Responses.streamHead(conduct));
  }

  /** Where the body of a stream goes that was opened. */
  Sink stream() {
    return new ChunkedBody(channel);
  }

  void close() {
    ChannelFuture unused = channel.close();
  }

  /** Closes without a good-bye: the client reads a reset behind what was written. */
  void reset() {
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    close();
  }

  /** Runs on the connection's own loop: at once when called there. */
  void onLoop(Runnable task) {
    if (channel.eventLoop().inEventLoop()) {
      task.run();
    } else {
      channel.eventLoop().execute(task);
    }
  }

  /** Runs on the connection's own loop after a while. */
  void after(long delay, TimeUnit unit, Runnable task) {
    Future<?> unused = channel.eventLoop().schedule(task, delay, unit);
  }

  /** A write fails only when its connection does, and that is watched. */
  private void send(Object message) {
    ChannelFuture unused = channel.writeAndFlush(message, channel.voidPromise());
  }
}
