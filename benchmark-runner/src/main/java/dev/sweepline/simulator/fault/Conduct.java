package dev.sweepline.simulator.fault;

import dev.sweepline.simulator.api.AnswerStyle;
import dev.sweepline.simulator.wire.Wire;
import java.time.Duration;

/**
 * How a request is answered.
 *
 * @param style the JSON of the answer
 * @param wire the bytes of a stream
 * @param headDelay how much later than accepted the head is written
 * @param connection what becomes of it after the answer
 */
public record Conduct(
    AnswerStyle style,
    Wire wire,
    Shown shown,
    Ending ending,
    Duration headDelay,
    AfterAnswer connection) {
  /** Good manners. */
  public static final Conduct GOOD =
      new Conduct(
          AnswerStyle.PLAIN, Wire.PLAIN, Shown.ALL, Ending.NONE, Duration.ZERO, AfterAnswer.KEPT);

  /** What becomes of a connection after the answer. */
  public enum AfterAnswer {
    /** It serves the next request. */
    KEPT,
    /** It is closed, and the head says so. */
    CLOSED
  }

  Conduct with(AnswerStyle changed) {
    return new Conduct(changed, wire, shown, ending, headDelay, connection);
  }

  Conduct with(Wire changed) {
    return new Conduct(style, changed, shown, ending, headDelay, connection);
  }

  Conduct with(Shown changed) {
    return new Conduct(style, wire, changed, ending, headDelay, connection);
  }

  Conduct with(Ending changed) {
    return new Conduct(style, wire, shown, changed, headDelay, connection);
  }

  Conduct withHeadDelay(Duration changed) {
    return new Conduct(style, wire, shown, ending, changed, connection);
  }

  Conduct with(AfterAnswer changed) {
    return new Conduct(style, wire, shown, ending, headDelay, changed);
  }
}
