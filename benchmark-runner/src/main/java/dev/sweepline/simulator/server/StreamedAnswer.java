package dev.sweepline.simulator.server;

import dev.sweepline.simulator.api.AnswerStyle;
import dev.sweepline.simulator.api.AnswerStyle.Opening;
import dev.sweepline.simulator.api.EventEncoder;
import dev.sweepline.simulator.fault.Conduct;
import dev.sweepline.simulator.fault.StreamFailure;
import dev.sweepline.simulator.fault.StreamFailure.End;
import dev.sweepline.simulator.truth.RequestTruth;
import dev.sweepline.simulator.wire.Sink;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** An answer as server-sent events, each token written when it is there. */
final class StreamedAnswer implements AnswerWriter {
  private static final int BYTES_PER_EVENT = 512;
  private static final byte[] COMMENT = ": nothing yet\n\n".getBytes(StandardCharsets.US_ASCII);

  private final Exchange exchange;
  private final EventEncoder encoder;
  private final RequestTruth truth;
  private final Conduct conduct;
  private final Length length;
  private final Sink body;

  StreamedAnswer(
      Exchange exchange, EventEncoder encoder, RequestTruth truth, Conduct conduct, Length length) {
    this.exchange = exchange;
    this.encoder = encoder;
    this.truth = truth;
    this.conduct = conduct;
    this.length = length;
    this.body = conduct.wire().onto(exchange.stream());
  }

  @Override
  public void begin() {
    exchange.openStream(conduct);
    if (style().opening() == Opening.AT_ONCE) {
      ByteBuf events = buffer(1);
      encoder.opening(events);
      body.write(events);
    }
  }

  @Override
  public void tokens(int from, int to) {
    ByteBuf events = buffer(to - from);
    if (from == 0 && style().opening() == Opening.WITH_TOKEN) {
      encoder.opening(events);
    }
    int perEvent = style().tokensPerEvent();
    int before = from / perEvent * perEvent;
    int after = before + perEvent;
    for (; after <= to && after < length.shown(); after += perEvent) {
      encoder.tokens(events, before, after);
      before = after;
    }
    if (to < length.made()) {
      write(events, before - from / perEvent * perEvent);
    } else {
      encoder.ending(events, before, length.shown());
      truth.writing(length.shown() - from / perEvent * perEvent);
      body.end(events);
    }
  }

  /** Nothing is written while the tokens of an event are not all there. */
  private void write(ByteBuf events, int tokens) {
    if (events.isReadable()) {
      truth.writing(tokens);
      body.write(events);
    } else {
      events.release();
    }
  }

  @Override
  public void surplusToken() {
    ByteBuf events = buffer(1);
    encoder.tokens(events, length.shown() - 1, length.shown());
    write(events, 1);
  }

  @Override
  public void comment() {
    body.write(Unpooled.wrappedBuffer(COMMENT));
  }

  @Override
  public void fail(StreamFailure failure) {
    ByteBuf events = buffer(1);
    EventEncoder.failure(events, failure.body().getBytes(StandardCharsets.UTF_8));
    if (failure.end() == End.DONE) {
      EventEncoder.done(events);
    }
    body.end(events);
  }

  @Override
  public void cut() {
    body.end(Unpooled.EMPTY_BUFFER);
  }

  private AnswerStyle style() {
    return conduct.style();
  }

  private ByteBuf buffer(int events) {
    return exchange.channel().alloc().buffer(BYTES_PER_EVENT * events);
  }
}
