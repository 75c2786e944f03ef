package dev.sweepline.simulator.server;

import dev.sweepline.simulator.fault.Conduct;
import dev.sweepline.simulator.fault.Conduct.AfterAnswer;
import dev.sweepline.simulator.wire.Packing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Map;

/** The heads of responses, and whole ones. */
final class Responses {
  private static final String SERVER = "uvicorn";
  private static final String EVENT_STREAM = "text/event-stream; charset=utf-8";

  private Responses() {}

  /**
   * A whole response.
   *
   * @param more headers
   */
  static HttpResponse whole(int status, String contentType, Map<String, String> more, byte[] body) {
    FullHttpResponse response =
        full(HttpResponseStatus.valueOf(status), contentType, Unpooled.wrappedBuffer(body));
    more.forEach(response.headers()::set);
    return response;
  }

  /** A whole answer that is treated so. */
  static HttpResponse whole(Conduct conduct, String contentType, byte[] body) {
    ByteBuf bytes = conduct.wire().packing().whole(Unpooled.wrappedBuffer(body));
    return treated(full(HttpResponseStatus.OK, contentType, bytes), conduct);
  }

  private static FullHttpResponse full(
      HttpResponseStatus status, String contentType, ByteBuf body) {
    FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
    response
        .headers()
        .set(HttpHeaderNames.SERVER, SERVER)
        .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
    if (!contentType.isEmpty()) {
      response.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
    }
    return response;
  }

  /** The head of a stream. */
  static HttpResponse streamHead(Conduct conduct) {
    HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    response
        .headers()
        .set(HttpHeaderNames.SERVER, SERVER)
        .set(HttpHeaderNames.CONTENT_TYPE, EVENT_STREAM)
        .set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
    return treated(response, conduct);
  }

  private static HttpResponse treated(HttpResponse response, Conduct conduct) {
    if (conduct.wire().packing() == Packing.GZIP) {
      response.headers().set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
    }
    if (conduct.connection() == AfterAnswer.CLOSED) {
      response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
    return response;
  }
}
