package dev.sweepline.simulator.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** Frames events anew. */
record Framed(Framing framing, Sink next) implements Sink {
  @Override
  public void write(ByteBuf piece) {
    next.write(framed(piece));
  }

  @Override
  public void end(ByteBuf piece) {
    next.end(framed(piece));
  }

  private ByteBuf framed(ByteBuf piece) {
    if (!piece.isReadable()) {
      return piece;
    }
    String events = piece.toString(StandardCharsets.UTF_8);
    piece.release();
    return Unpooled.copiedBuffer(framing.of(events), StandardCharsets.UTF_8);
  }
}
