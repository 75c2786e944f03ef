package dev.sweepline.simulator.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;

/** Keeps all back until the end, and writes it at once. */
final class Held implements Sink {
  private final Sink next;
  private final CompositeByteBuf kept = Unpooled.compositeBuffer(Integer.MAX_VALUE);

  Held(Sink next) {
    this.next = next;
  }

  @Override
  public void write(ByteBuf piece) {
    kept.addComponent(true, piece);
  }

  @Override
  public void end(ByteBuf piece) {
    write(piece);
    next.end(kept);
  }
}
