package dev.sweepline.runner.scrape;

import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.RunName;
import dev.sweepline.contract.Sample;
import dev.sweepline.contract.UserError;
import dev.sweepline.runner.output.LineChannel;
import dev.sweepline.runner.output.RequestsFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The samples of a run, a line each. Each line is one write. */
public final class SamplesFile implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final LineChannel lines;

  SamplesFile(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
    this.lines = new LineChannel(channel);
  }

  /**
   * Begins the file of a run that was claimed.
   *
   * @throws UserError when it is there already or cannot be written, exit code 76
   */
  public static SamplesFile create(Path folder, RunName run) {
    Path file = folder.resolve(RunFiles.samples(run));
    try {
      return new SamplesFile(
          file, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw RequestsFile.cannotWrite(file, e);
    }
  }

  /**
   * Appends a sample. One that does not fit leaves no part of a line behind.
   *
   * @throws UserError when it cannot be written, exit code 76
   */
  public void append(Sample sample) {
    try {
      lines.append(ContractJson.current().line(sample));
    } catch (IOException e) {
      throw RequestsFile.cannotWrite(file, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw RequestsFile.cannotWrite(file, e);
    }
  }
}
