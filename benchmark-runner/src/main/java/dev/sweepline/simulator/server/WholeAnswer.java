package dev.sweepline.simulator.server;

import dev.sweepline.simulator.api.AnswerEncoder;
import dev.sweepline.simulator.api.ApiError;
import dev.sweepline.simulator.truth.RequestTruth;

/**
 * An answer as one JSON object, written when the last token is there.
 *
 * @param tokens that will be there in the end
 * @param visible those of them that the client sees
 */
record WholeAnswer(
    Exchange exchange, AnswerEncoder encoder, RequestTruth truth, int tokens, int visible)
    implements AnswerWriter {
  @Override
  public void begin() {}

  @Override
  public void tokens(int from, int to) {
    if (to == tokens) {
      byte[] body = encoder.whole(visible);
      truth.writing(visible);
      exchange.reply(200, "application/json", body);
    }
  }

  @Override
  public void fail(ApiError error) {
    exchange.error(error);
  }
}
