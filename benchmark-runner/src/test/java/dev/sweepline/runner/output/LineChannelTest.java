package dev.sweepline.runner.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class LineChannelTest {
  @Test
  void aLineThatDoesNotFitIsTakenBackWhole() throws IOException {
    SmallDisk disk = new SmallDisk(10);
    LineChannel lines = new LineChannel(disk);
    lines.append("éa");
    lines.append("b");

    assertThatThrownBy(() -> lines.append("too long")).isInstanceOf(IOException.class);

    assertThat(disk.text()).isEqualTo("éa\nb\n");
  }

  @Test
  void afterOneThatDidNotFitAShorterOneIsAppendedInItsPlace() throws IOException {
    SmallDisk disk = new SmallDisk(10);
    LineChannel lines = new LineChannel(disk);
    lines.append("abc");
    assertThatThrownBy(() -> lines.append("too long")).isInstanceOf(IOException.class);

    lines.append("d");

    assertThat(disk.text()).isEqualTo("abc\nd\n");
  }

  /** Holds so many bytes and takes three at a time. */
  private static final class SmallDisk implements SeekableByteChannel {
    private final byte[] bytes;
    private int size;
    private int place;

    SmallDisk(int capacity) {
      this.bytes = new byte[capacity];
    }

    String text() {
      return new String(Arrays.copyOf(bytes, size), StandardCharsets.UTF_8);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      int length = Math.min(Math.min(3, source.remaining()), bytes.length - place);
      if (length == 0) {
        throw new IOException("No space left on device");
      }
      source.get(bytes, place, length);
      place += length;
      size = Math.max(size, place);
      return length;
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
      size = Math.min(size, (int) newSize);
      place = Math.min(place, size);
      return this;
    }

    @Override
    public int read(ByteBuffer target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
      return place;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
