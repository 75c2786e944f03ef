package dev.sweepline.simulator.wire;

import io.netty.buffer.ByteBuf;

/** Takes the body of a response piece by piece; takes over every buffer that it is given. */
public interface Sink {
  /** A piece that is not the last. */
  void write(ByteBuf piece);

  /** The last piece, which may be empty. */
  void end(ByteBuf piece);
}
