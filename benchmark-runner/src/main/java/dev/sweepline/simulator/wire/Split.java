package dev.sweepline.simulator.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Ends a write inside of each character that has several bytes. */
record Split(Sink next) implements Sink {
  private static final int LEADS = 0xC0;

  @Override
  public void write(ByteBuf piece) {
    next.write(afterSplits(piece));
  }

  @Override
  public void end(ByteBuf piece) {
    next.end(afterSplits(piece));
  }

  /** Writes all but what stands behind the last split. */
  private ByteBuf afterSplits(ByteBuf piece) {
    byte[] bytes = new byte[piece.readableBytes()];
    piece.readBytes(bytes);
    piece.release();
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if ((bytes[i] & LEADS) == LEADS) {
        next.write(Unpooled.wrappedBuffer(bytes, from, i + 1 - from));
        from = i + 1;
      }
    }
    return Unpooled.wrappedBuffer(bytes, from, bytes.length - from);
  }
}
