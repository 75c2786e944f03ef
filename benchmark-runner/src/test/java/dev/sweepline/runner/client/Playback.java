package dev.sweepline.runner.client;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.runner.access.Access;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Plays the bytes of an answer to a real connection, without a network, on a clock that stands
 * still: so records of the same answer are equal. Behind the bytes the server hangs up.
 */
final class Playback {
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final List<RequestRecord> ended = new ArrayList<>();

  private Playback(Load load) {
    RunClock clock = new RunClock(() -> 0);
    Target target = Target.parse("http://localhost:1");
    Connection connection =
        new Connection(
            channel,
            new ConnectionPool(clock, Long.MAX_VALUE),
            new RequestEncoder(target, load, Access.open()),
            clock);
    channel.pipeline().addLast(connection);
    Exchange exchange =
        new Exchange(
            Calls.request(0, "x", load.endpoint()),
            ExchangeRules.of(target, Access.open(), load, clock),
            (carried, reserved) -> connection.carry(carried),
            null,
            channel.eventLoop(),
            (done, record) -> ended.add(record));
    exchange.begin();
  }

  /** The record of an answer that comes in one piece. */
  static RequestRecord whole(Load load, byte[] answer) {
    Playback playback = new Playback(load);
    playback.read(answer, 0, answer.length);
    return playback.record();
  }

  /** The record of an answer that comes in random pieces of 1 to {@code longest} bytes. */
  static RequestRecord pieces(Load load, byte[] answer, int longest, Random random) {
    Playback playback = new Playback(load);
    for (int at = 0; at < answer.length; ) {
      int length = Math.min(1 + random.nextInt(longest), answer.length - at);
      playback.read(answer, at, length);
      at += length;
    }
    return playback.record();
  }

  private void read(byte[] bytes, int from, int length) {
    if (channel.isOpen()) {
      channel.writeInbound(Unpooled.wrappedBuffer(Arrays.copyOfRange(bytes, from, from + length)));
    }
  }

  private RequestRecord record() {
    channel.finishAndReleaseAll();
    if (ended.size() != 1) {
      throw new AssertionError("records of one request: " + ended);
    }
    return ended.get(0);
  }

  /** A load without time limits. */
  static Load load(Load.Endpoint endpoint, AnswerForm form) {
    return Calls.load(endpoint).toBuilder()
        .ignoreEos(false)
        .connectTimeoutS(null)
        .firstTokenTimeoutS(null)
        .idleTimeoutS(null)
        .totalTimeoutS(null)
        .stream(form == AnswerForm.STREAM ? null : false)
        .build();
  }
}
