package dev.sweepline.runner.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * Appends whole lines to a channel, each in one write: a line is there as a whole or not at all.
 */
public final class LineChannel {
  private final SeekableByteChannel channel;
  private long wholeLines;

  /**
   * @param channel empty, and written by nobody else
   */
  public LineChannel(SeekableByteChannel channel) {
    this.channel = channel;
  }

  /**
   * Appends a line.
   *
   * @throws IOException when it cannot be written; what was written of it is taken back
   */
  public void append(String line) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
    int length = bytes.remaining();
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      takeBack(e);
      throw e;
    }
    wholeLines += length;
  }

  private void takeBack(IOException reason) {
    try {
      channel.truncate(wholeLines);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }
}
