package dev.sweepline.simulator.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** The content encoding of a body, whether or not the client takes it. */
public enum Packing {
  /** None. */
  NONE,
  /** That of RFC 1952. */
  GZIP;

  /** The bytes of a whole body; takes it over. */
  public ByteBuf whole(ByteBuf body) {
    ByteBuf packed = Unpooled.buffer();
    onto(new Collected(packed)).end(body);
    return packed;
  }

  private record Collected(ByteBuf bytes) implements Sink {
    @Override
    public void write(ByteBuf piece) {
      bytes.writeBytes(piece);
      piece.release();
    }

    @Override
    public void end(ByteBuf piece) {
      write(piece);
    }
  }

  Sink onto(Sink sink) {
    return this == GZIP ? new Packed(sink) : sink;
  }
}
