package dev.sweepline.simulator.server;

import dev.sweepline.simulator.api.AnswerEncoder;
import dev.sweepline.simulator.api.ApiError;
import dev.sweepline.simulator.truth.RequestTruth;
import io.netty.buffer.ByteBuf;

/**
 * An answer as server-sent events, each token written when it is there.
 *
 * @param tokens that will be there in the end
 * @param visible those of them that the client sees: all or none
 */
record StreamedAnswer(
    Exchange exchange, AnswerEncoder encoder, RequestTruth truth, int tokens, int visible)
    implements AnswerWriter {
  private static final int BYTES_PER_EVENT = 512;

  @Override
  public void begin() {
    exchange.openStream();
  }

  @Override
  public void tokens(int from, int to) {
    ByteBuf events = exchange.channel().alloc().buffer(BYTES_PER_EVENT * (to - from));
    if (from == 0) {
      encoder.opening(events);
    }
    for (int number = from + 1; number <= Math.min(to, visible - 1); number++) {
      encoder.token(events, number);
    }
    if (to == tokens) {
      encoder.ending(events, visible);
      truth.writing(Math.min(to, visible) - Math.min(from, visible));
      exchange.closeStream(events);
    } else {
      truth.writing(Math.min(to, visible) - Math.min(from, visible));
      exchange.stream(events);
    }
  }

  @Override
  public void fail(ApiError error) {
    ByteBuf events = exchange.channel().alloc().buffer(BYTES_PER_EVENT);
    AnswerEncoder.failure(events, error);
    exchange.closeStream(events);
  }
}
