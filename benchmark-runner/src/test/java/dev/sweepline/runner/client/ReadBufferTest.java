package dev.sweepline.runner.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ReadBufferTest {
  private final ReadBuffer buffer = new ReadBuffer(100);

  @AfterEach
  void release() {
    buffer.close();
  }

  @Test
  void allReadsThatAreDoneWithTheirBytesShareABuffer() {
    ByteBuf first = read();
    first.writeByte(1).release();
    ByteBuf second = read();
    second.release();

    assertThat(second).isSameAs(first);
  }

  @Test
  void aBufferIsEmptyWhenItIsGivenAgain() {
    read().writeByte(1).release();
    ByteBuf again = read();
    again.release();

    assertThat(again.readableBytes()).isZero();
    assertThat(again.writableBytes()).isEqualTo(100);
  }

  @Test
  void bytesThatAreHeldAreNotOverwritten() {
    ByteBuf held = read().writeByte(1);
    ByteBuf next = read().writeByte(2);

    assertThat(next).isNotSameAs(held);
    assertThat(held.getByte(0)).isEqualTo((byte) 1);
    assertThat(next.capacity()).isEqualTo(100);
    held.release();
    next.release();
  }

  /** Of some connection of the loop. */
  private ByteBuf read() {
    return buffer.newHandle().allocate(UnpooledByteBufAllocator.DEFAULT);
  }
}
