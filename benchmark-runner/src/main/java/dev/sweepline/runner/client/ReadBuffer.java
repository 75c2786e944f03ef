package dev.sweepline.runner.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;

/**
 * Gives all reads of one event loop the same buffer, unless somebody still holds it, as TLS does:
 * most reads bring one event, and a buffer of its own would cost more than the event.
 */
final class ReadBuffer extends DefaultMaxMessagesRecvByteBufAllocator implements AutoCloseable {
  private static final int NOT_IN_USE = 1;

  private final ByteBuf shared;

  /**
   * @param capacity bytes of a read at most
   */
  ReadBuffer(int capacity) {
    this.shared = Unpooled.directBuffer(capacity);
  }

  @Override
  @SuppressWarnings("deprecation") // Netty's own allocators have no other handle.
  public Handle newHandle() {
    return new MaxMessageHandle() {
      @Override
      public int guess() {
        return shared.capacity();
      }

      @Override
      public ByteBuf allocate(ByteBufAllocator allocator) {
        return shared.refCnt() == NOT_IN_USE ? shared.clear().retain() : super.allocate(allocator);
      }
    };
  }

  /** Gives the memory back; the loop has ended. */
  @Override
  public void close() {
    shared.release();
  }
}
