package dev.sweepline.simulator.server;

import dev.sweepline.simulator.api.ApiError;
import dev.sweepline.simulator.fault.Misbehaviour;
import dev.sweepline.simulator.truth.RequestTruth;

/** An answer on its way: counts its tokens and ends once, whatever comes first. */
final class LiveAnswer {
  private final AnswerWriter writer;
  private final RequestTruth truth;
  private final Misbehaviour misbehaviour;
  private final int tokens;
  private final Runnable crash;
  private int made;
  private boolean over;
  private Runnable whenOver = () -> {};

  /**
   * @param tokens that will be made in the end
   * @param crash ends the process
   */
  LiveAnswer(
      AnswerWriter writer,
      RequestTruth truth,
      Misbehaviour misbehaviour,
      int tokens,
      Runnable crash) {
    this.writer = writer;
    this.truth = truth;
    this.misbehaviour = misbehaviour;
    this.tokens = tokens;
    this.crash = crash;
  }

  void whenOver(Runnable action) {
    whenOver = action;
  }

  void begin() {
    writer.begin();
  }

  void add(int count) {
    if (over) {
      return;
    }
    int from = made;
    made += count;
    if (misbehaviour.crashesBefore(made, tokens)) {
      end(misbehaviour.outcome());
      crash.run();
      return;
    }
    writer.tokens(from, made);
    if (made == tokens) {
      end(misbehaviour.outcome());
    }
  }

  void disconnected() {
    if (!over) {
      end("disconnected");
    }
  }

  void stopped() {
    if (!over) {
      writer.fail(ApiError.internal("EngineCore encountered an issue: the server is stopping."));
      end("stopped");
    }
  }

  private void end(String outcome) {
    over = true;
    truth.ended(outcome);
    whenOver.run();
  }
}
