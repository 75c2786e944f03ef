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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A JSONL file, one line a request. A thread of its own writes, so that a slow disk never delays a
 * token. A file that is there is continued.
 */
public final class TruthFile implements TruthLog {
  private static final String END = "";

  private final Path path;
  private final FileChannel channel;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Thread writer;

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
    lines.add(ContractJson.current().line(line) + "\n");
  }

  @Override
  public void close() {
    lines.add(END);
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
      String line = lines.take();
      while (!line.equals(END)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(line);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        line = lines.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      complain(e);
    }
  }

  private void complain(IOException e) {
    System.err.println("simulate: the truth log ends here: " + path + ": " + e.getMessage());
  }
}
