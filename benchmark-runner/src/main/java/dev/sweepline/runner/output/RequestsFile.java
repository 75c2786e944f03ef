package dev.sweepline.runner.output;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Packing;
import dev.sweepline.contract.RunFiles;
import dev.sweepline.contract.RunName;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The requests file of a run that is going on. It is locked from its creation on, so that a reader
 * can tell a run that goes on from one whose writer died; the system frees the lock with the
 * process. Each line is one write.
 */
public final class RequestsFile implements AutoCloseable {
  private final Path folder;
  private final RunName run;
  private final FileChannel channel;

  private final LineChannel lines;

  private RequestsFile(Path folder, RunName run, FileChannel channel) {
    this.folder = folder;
    this.run = run;
    this.channel = channel;
    this.lines = new LineChannel(channel);
  }

  /**
   * Takes the next free attempt of a repeat, and its file; two processes never get the same one.
   *
   * @param folder of the experiment, created when it is missing
   * @param loadId see {@link RunName#load}
   * @param repeat which server start
   * @throws UserError when the folder cannot be written, exit code 76
   */
  public static RequestsFile claim(Path folder, String loadId, int repeat) {
    try {
      Files.createDirectories(folder);
      RequestsFile claimed = null;
      for (int attempt = 1; claimed == null; attempt++) {
        claimed = claim(folder, new RunName(loadId, repeat, attempt));
      }
      return claimed;
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  /** Null when the name is taken. */
  private static @Nullable RequestsFile claim(Path folder, RunName run) throws IOException {
    Path part = folder.resolve(RunFiles.requestsPart(run));
    if (isTaken(folder, run)) {
      return null;
    }
    FileChannel channel;
    try {
      channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException taken) {
      return null;
    }
    channel.lock();
    if (isTaken(folder, run)) {
      // The run with this name has ended between the two looks.
      Files.delete(part);
      channel.close();
      return null;
    }
    return new RequestsFile(folder, run, channel);
  }

  private static boolean isTaken(Path folder, RunName run) {
    return Files.exists(folder.resolve(RunFiles.summary(run)))
        || Files.exists(folder.resolve(RunFiles.samples(run)))
        || Arrays.stream(Packing.values())
            .map(packing -> packing.packedName(RunFiles.requests(run)))
            .anyMatch(name -> Files.exists(folder.resolve(name)));
  }

  /** The run that was claimed. */
  public RunName run() {
    return run;
  }

  /**
   * Appends a line in one write. One that does not fit leaves nothing behind: what was written
   * before ends with a whole line.
   *
   * @throws UserError when it cannot be written, exit code 76
   */
  public void append(String line) {
    try {
      lines.append(line);
    } catch (IOException e) {
      throw cannotWrite(folder.resolve(RunFiles.requestsPart(run)), e);
    }
  }

  /**
   * All requests are in: gives the file its final name, under its lock.
   *
   * @throws UserError when it cannot be renamed, exit code 76
   */
  public void complete() {
    Path part = folder.resolve(RunFiles.requestsPart(run));
    try {
      channel.force(false);
      Files.move(part, folder.resolve(RunFiles.requests(run)), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw cannotWrite(part, e);
    }
  }

  /** Frees the lock; a file that was not completed stays a part, which reads as interrupted. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  /** What is said when a file of a run cannot be written, exit code 76. */
  public static UserError cannotWrite(Path path, IOException e) {
    return new UserError(
        ExitCode.CANNOT_WRITE,
        "%s: cannot be written: %s; what was written before is whole; make room or choose another"
                .formatted(path, e.getMessage())
            + " --results-dir",
        e);
  }
}
