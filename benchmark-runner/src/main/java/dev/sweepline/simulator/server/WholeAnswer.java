package dev.sweepline.simulator.server;

import dev.sweepline.simulator.api.WholeEncoder;
import dev.sweepline.simulator.fault.Conduct;
import dev.sweepline.simulator.fault.StreamFailure;
import dev.sweepline.simulator.truth.RequestTruth;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An answer as one JSON object, written when the last token is there. */
record WholeAnswer(
    Exchange exchange, WholeEncoder encoder, RequestTruth truth, Conduct conduct, Length length)
    implements AnswerWriter {
  private static final String JSON = "application/json";

  @Override
  public void begin() {}

  @Override
  public void tokens(int from, int to) {
    if (to == length.made()) {
      byte[] body = encoder.body(length.shown());
      truth.writing(length.shown());
      exchange.answer(conduct, JSON, body);
    }
  }

  @Override
  public void surplusToken() {}

  @Override
  public void comment() {}

  @Override
  public void fail(StreamFailure failure) {
    exchange.reply(500, JSON, failure.body().getBytes(StandardCharsets.UTF_8));
  }

  /** The first half of the object. */
  @Override
  public void cut() {
    byte[] body = encoder.body(length.shown());
    exchange.reply(200, JSON, Arrays.copyOf(body, body.length / 2));
  }
}
