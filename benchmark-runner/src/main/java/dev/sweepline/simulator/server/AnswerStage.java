package dev.sweepline.simulator.server;

import dev.sweepline.simulator.fault.Reply;
import dev.sweepline.simulator.fault.Stage;
import dev.sweepline.simulator.fault.StreamFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What can be done to one live answer.
 *
 * @param pause of a stall; zero for until the client leaves
 * @param death of the process
 */
record AnswerStage(
    LiveAnswer answer, Exchange exchange, AnswerWriter writer, Duration pause, Runnable death)
    implements Stage {
  private static final long REPEAT_MILLIS = 20;

  @Override
  public void reply(Reply reply) {
    exchange.reply(
        reply.status(),
        reply.contentType(),
        reply.headers(),
        reply.body().getBytes(StandardCharsets.UTF_8));
    answer.end();
  }

  @Override
  public void reset() {
    answer.end();
    exchange.reset();
  }

  @Override
  public void close() {
    answer.end();
    exchange.close();
  }

  @Override
  public void stall() {
    if (pause.isZero()) {
      answer.hold();
    } else {
      answer.holdFor(pause.toNanos());
    }
  }

  @Override
  public void comment() {
    answer.hold();
    repeat(writer::comment);
  }

  @Override
  public void goOn() {
    answer.hold();
    repeat(writer::surplusToken);
  }

  private void repeat(Runnable action) {
    if (!answer.over()) {
      action.run();
      exchange.after(REPEAT_MILLIS, TimeUnit.MILLISECONDS, () -> repeat(action));
    }
  }

  @Override
  public void cut() {
    writer.cut();
    answer.end();
  }

  @Override
  public void fail(StreamFailure failure) {
    writer.fail(failure);
    answer.end();
  }

  @Override
  public void crash() {
    answer.end();
    death.run();
  }
}
