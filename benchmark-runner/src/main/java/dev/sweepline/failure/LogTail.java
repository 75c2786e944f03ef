package dev.sweepline.failure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file from its end, in memory that does not grow with the file. A carriage return
 * ends a line too, as progress bars use it.
 */
final class LogTail implements AutoCloseable {
  private static final int BLOCK = 1 << 16;

  /** Nothing further up is looked at. */
  private static final long LONGEST = 1L << 26;

  /** What is kept of a line, from its beginning. */
  private static final int LONGEST_LINE = 1 << 12;

  private final SeekableByteChannel channel;
  private final long start;
  private final byte[] block = new byte[BLOCK];
  private long position;

  /** Bytes of the block that are not handed out yet. */
  private int left;

  private byte[] endOfLine = new byte[0];

  private LogTail(SeekableByteChannel channel, long size) {
    this.channel = channel;
    this.position = size;
    this.start = Math.max(0, size - LONGEST);
  }

  static LogTail of(Path file) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(file);
    try {
      return new LogTail(channel, channel.size());
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** The line before the one that was handed out last; null at the beginning. */
  @Nullable String previous() throws IOException {
    while (true) {
      if (left == 0 && !fill()) {
        return endOfLine.length == 0 ? null : take(0, 0);
      }
      int from = left;
      while (from > 0 && block[from - 1] != '\n' && block[from - 1] != '\r') {
        from--;
      }
      if (from > 0) {
        String line = take(from, left);
        left = from - 1;
        return line;
      }
      endOfLine = joined(0, left);
      left = 0;
    }
  }

  /** Reads the block before the present one. */
  private boolean fill() throws IOException {
    int size = (int) Math.min(BLOCK, position - start);
    if (size <= 0) {
      return false;
    }
    position -= size;
    channel.position(position);
    ByteBuffer buffer = ByteBuffer.wrap(block, 0, size);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new IOException("the file became shorter");
      }
    }
    left = size;
    return true;
  }

  private String take(int from, int to) {
    String line = new String(joined(from, to), StandardCharsets.UTF_8);
    endOfLine = new byte[0];
    return line;
  }

  /** A part of the block and what follows it, cut to the longest line. */
  private byte[] joined(int from, int to) {
    int here = Math.min(to - from, LONGEST_LINE);
    int after = Math.min(endOfLine.length, LONGEST_LINE - here);
    byte[] line = Arrays.copyOfRange(block, from, from + here + after);
    System.arraycopy(endOfLine, 0, line, here, after);
    return line;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
