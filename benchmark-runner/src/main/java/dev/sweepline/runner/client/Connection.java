package dev.sweepline.runner.client;

import dev.sweepline.contract.Outcome;
import dev.sweepline.runner.client.FailureOutcome.ClosedEarly;
import dev.sweepline.runner.http.MalformedResponse;
import dev.sweepline.runner.http.ResponseHead;
import dev.sweepline.runner.http.ResponseParser;
import dev.sweepline.runner.http.ResponseParser.ResponseSink;
import dev.sweepline.runner.sse.EventReader;
import dev.sweepline.runner.sse.SseDecoder;
import dev.sweepline.runner.sse.SseDecoder.EventSink;
import dev.sweepline.runner.sse.StreamEvent;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.FastThreadLocal;
import org.jspecify.annotations.Nullable;

/**
 * A kept-alive connection that carries one request at a time. The time is taken once for each
 * socket read, so all events of one read share a stamp.
 */
final class Connection extends ChannelInboundHandlerAdapter implements ResponseSink, EventSink {
  private static final FastThreadLocal<byte[]> SCRATCH =
      new FastThreadLocal<>() {
        @Override
        protected byte[] initialValue() {
          return new byte[EventLoops.RECEIVE_BUFFER];
        }
      };

  private final Channel channel;
  private final ConnectionPool pool;
  private final RequestEncoder encoder;
  private final RunClock clock;
  private final ResponseParser parser = new ResponseParser(this);
  private final SseDecoder events = new SseDecoder(this);
  private final EventReader reader = new EventReader();
  private final StreamEvent event = new StreamEvent();
  private @Nullable Exchange exchange;
  private boolean keepAlive = true;
  private long readNs;
  private long idleSinceNs;

  Connection(Channel channel, ConnectionPool pool, RequestEncoder encoder, RunClock clock) {
    this.channel = channel;
    this.pool = pool;
    this.encoder = encoder;
    this.clock = clock;
  }

  EventLoop loop() {
    return channel.eventLoop();
  }

  boolean isUsable(long nowNs, long longestIdleNs) {
    return channel.isActive() && nowNs - idleSinceNs <= longestIdleNs;
  }

  boolean isOpen() {
    return channel.isActive();
  }

  /** Sends the request; its answer goes to the exchange. */
  void carry(Exchange next) {
    exchange = next;
    next.carriedBy(this);
    events.reset();
    // A failed write reaches exceptionCaught through the void promise.
    ChannelFuture unused =
        channel.writeAndFlush(
            encoder.encode(channel.alloc(), next.request()), channel.voidPromise());
  }

  /** Closes the connection; its request has ended. */
  void discard() {
    exchange = null;
    closeChannel();
  }

  private void closeChannel() {
    ChannelFuture unused = channel.close();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    readNs = clock.sinceStartNs();
    try {
      ByteBuf buffer = (ByteBuf) message;
      byte[] scratch = SCRATCH.get();
      while (buffer.isReadable()) {
        int length = Math.min(scratch.length, buffer.readableBytes());
        buffer.readBytes(scratch, 0, length);
        parser.feed(scratch, 0, length);
      }
      if (exchange == null && !parser.isBetweenAnswers()) {
        throw new MalformedResponse("bytes behind the answer's end");
      }
    } catch (MalformedResponse e) {
      broken(e);
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void head(ResponseHead head) {
    Exchange current = exchange;
    if (current == null) {
      throw new MalformedResponse("an answer that nobody asked for");
    }
    keepAlive = head.keepsAlive();
    current.head(head, RunClock.micros(readNs));
  }

  @Override
  public void body(byte[] bytes, int from, int to) {
    Exchange current = exchange;
    if (current == null) {
      return;
    }
    if (current.answer().isEventStream()) {
      events.feed(bytes, from, to);
    } else {
      current.answer().otherBody(bytes, from, to);
    }
  }

  @Override
  public void event(byte[] bytes, int from, int to) {
    Exchange current = exchange;
    if (current == null || from == to) {
      return;
    }
    Answer answer = current.answer();
    if (EventReader.isEndMark(bytes, from, to)) {
      answer.endMark();
      current.progress(readNs, false);
      return;
    }
    reader.read(bytes, from, to, event);
    int before = answer.generation().tokens().events();
    answer.event(event, RunClock.micros(readNs));
    answer.data(bytes, from, to);
    current.progress(readNs, before == 0 && event.hasText());
  }

  @Override
  public void end() {
    events.end();
    Exchange current = exchange;
    if (current == null) {
      return;
    }
    exchange = null;
    current.answer().bodyEnded(RunClock.micros(readNs));
    if (keepAlive) {
      idleSinceNs = readNs;
      pool.add(this);
    } else {
      closeChannel();
    }
    current.complete();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    pool.remove(this);
    if (exchange != null) {
      readNs = clock.sinceStartNs();
      boolean proper = parser.close();
      if (!proper || exchange != null) {
        broken(new ClosedEarly());
      }
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    broken(cause);
  }

  private void broken(Throwable cause) {
    Exchange current = exchange;
    exchange = null;
    pool.remove(this);
    closeChannel();
    if (current != null) {
      Outcome outcome = FailureOutcome.ofBreak(cause, current.answer());
      current.fail(outcome, String.valueOf(cause.getMessage()));
    }
  }
}
