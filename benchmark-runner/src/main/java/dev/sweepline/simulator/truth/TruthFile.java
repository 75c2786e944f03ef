package dev.sweepline.simulator.truth;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A JSONL file, one line a request. A thread of its own encodes and writes, so that an event loop
 * neither waits for the disk nor for a lock. A line is with the operating system some milliseconds
 * after it was added. A file that is there is continued.
 */
public final class TruthFile implements TruthLog {
  private static final int BATCH_BYTES = 1 << 16;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final Path path;
  private final FileChannel channel;
  private final Queue<TruthLine> lines = new ConcurrentLinkedQueue<>();
  private final Thread writer;
  private volatile boolean closing;
  private volatile boolean broken;

  private TruthFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
    this.writer = new Thread(this::write, "truth-log");
    this.writer.setDaemon(true);
  }

  /**
   * Opens or continues a file.
   *
   * @throws UserError when that cannot be done, exit code 76
   */
  public static TruthFile open(Path path) {
    try {
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      TruthFile file = new TruthFile(path, channel);
      file.writer.start();
      return file;
    } catch (IOException e) {
      throw new UserError(ExitCode.CANNOT_WRITE, "--truth-log: cannot write: " + e, e);
    }
  }

  @Override
  public void add(TruthLine line) {
    if (!broken) {
      lines.add(line);
    }
  }

  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(writer);
    try {
      writer.join();
      channel.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      complain(e);
    }
  }

  private void write() {
    try {
      // What was added before the closing is seen by the drain that follows the look at it.
      boolean last = false;
      while (!last) {
        last = closing;
        drain();
        if (!last) {
          LockSupport.parkNanos(this, PAUSE_NANOS);
        }
      }
    } catch (IOException e) {
      complain(e);
    }
  }

  private void drain() throws IOException {
    StringBuilder batch = new StringBuilder();
    @Nullable TruthLine line = lines.poll();
    while (line != null) {
      batch.append(ContractJson.current().line(line)).append('\n');
      line = lines.poll();
      if (line == null || batch.length() >= BATCH_BYTES) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(batch.toString());
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        batch.setLength(0);
      }
    }
  }

  private void complain(IOException e) {
    broken = true;
    System.err.println("simulate: the truth log ends here: " + path + ": " + e.getMessage());
  }
}
