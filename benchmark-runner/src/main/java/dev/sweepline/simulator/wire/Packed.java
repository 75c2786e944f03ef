package dev.sweepline.simulator.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Packs a body by gzip, each piece so that it can be unpacked when it is read. */
final class Packed implements Sink {
  private final Sink next;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final GZIPOutputStream packer;

  Packed(Sink next) {
    this.next = next;
    try {
      packer = new GZIPOutputStream(bytes, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void write(ByteBuf piece) {
    try {
      piece.readBytes(packer, piece.readableBytes()).release();
      packer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    next.write(taken());
  }

  @Override
  public void end(ByteBuf piece) {
    try {
      piece.readBytes(packer, piece.readableBytes()).release();
      packer.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    next.end(taken());
  }

  private ByteBuf taken() {
    ByteBuf taken = Unpooled.wrappedBuffer(bytes.toByteArray());
    bytes.reset();
    return taken;
  }
}
