package dev.sweepline.simulator.server;

import dev.sweepline.simulator.api.ApiError;
import dev.sweepline.simulator.fault.Ending.Point;
import dev.sweepline.simulator.fault.StreamFailure;
import dev.sweepline.simulator.fault.StreamFailure.End;
import dev.sweepline.simulator.fault.Treatment;
import dev.sweepline.simulator.truth.RequestTruth;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * An answer on its way: writes the tokens that are there, lets happen on the way what is to happen,
 * and ends once, whatever comes first. Used on the connection's loop only.
 */
final class LiveAnswer {
  private final Exchange exchange;
  private final AnswerWriter writer;
  private final RequestTruth truth;
  private final Treatment treatment;
  private final Length length;
  private final Runnable crash;
  private int made;
  private int written;
  private boolean begun;
  private boolean delayed;
  private boolean happened;
  private boolean held;
  private boolean over;
  private Runnable whenOver = () -> {};

  /**
   * @param crash ends the process
   */
  LiveAnswer(
      Exchange exchange,
      AnswerWriter writer,
      RequestTruth truth,
      Treatment treatment,
      Length length,
      Runnable crash) {
    this.exchange = exchange;
    this.writer = writer;
    this.truth = truth;
    this.treatment = treatment;
    this.length = length;
    this.crash = crash;
  }

  /** Runs the action when the answer is over, or now when it is. */
  void whenOver(Runnable action) {
    whenOver = action;
    if (over) {
      action.run();
    }
  }

  /** The request was accepted. */
  void begin() {
    proceed();
  }

  /** So many more tokens are there. */
  void add(int count) {
    made += count;
    proceed();
  }

  void disconnected() {
    end("disconnected");
  }

  /** The server stops. */
  void stopped() {
    if (over) {
      return;
    }
    ApiError error = ApiError.internal("EngineCore encountered an issue: the server is stopping.");
    if (begun) {
      writer.fail(new StreamFailure(new String(error.body(), StandardCharsets.UTF_8), End.DONE));
    } else {
      exchange.error(error);
    }
    end("stopped");
  }

  boolean over() {
    return over;
  }

  /** Nothing more is written by itself. */
  void hold() {
    held = true;
  }

  /** Goes on after a hold of so long. */
  void holdFor(long nanos) {
    hold();
    exchange.after(
        nanos,
        TimeUnit.NANOSECONDS,
        () -> {
          held = false;
          proceed();
        });
  }

  /** It came to the end that it was meant to have. */
  void end() {
    end(treatment.outcome());
  }

  private void end(String outcome) {
    if (!over) {
      over = true;
      truth.ended(outcome);
      whenOver.run();
    }
  }

  /** Does all that can be done now. */
  private void proceed() {
    if (!begun && pass(Point.REQUEST) && headIsDue()) {
      begun = true;
      writer.begin();
    }
    if (!begun || !pass(Point.HEAD)) {
      return;
    }
    int middle = length.made() / 2;
    write(Math.min(made, middle));
    if (made > middle && pass(Point.MIDDLE)) {
      write(Math.min(made, length.made() - 1));
      if (made == length.made() && pass(Point.LAST_TOKEN)) {
        write(made);
        end();
      }
    }
  }

  /** Lets happen what is to happen there; whether the answer goes on now. */
  private boolean pass(Point point) {
    if (!over && !held && !happened && treatment.conduct().ending().point() == point) {
      happened = true;
      treatment
          .conduct()
          .ending()
          .act()
          .accept(new AnswerStage(this, exchange, writer, treatment.stall(), crash));
    }
    return !over && !held;
  }

  private boolean headIsDue() {
    long delay = treatment.conduct().headDelay().toNanos();
    if (!delayed && delay > 0) {
      delayed = true;
      holdFor(delay);
    }
    return !held;
  }

  private void write(int to) {
    if (to > written) {
      int from = written;
      written = to;
      writer.tokens(from, to);
    }
  }
}
