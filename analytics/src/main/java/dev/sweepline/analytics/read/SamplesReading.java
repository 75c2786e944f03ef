package dev.sweepline.analytics.read;

import dev.sweepline.contract.ContractException;
import dev.sweepline.contract.ContractJson;
import dev.sweepline.contract.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The samples of a run, one at a time. What is no sample of it goes to the rejects on the way. */
public final class SamplesReading {
  private final String file;
  private final JsonLines lines;
  private final String runUid;
  private final Consumer<Reject> rejects;

  /**
   * @param file path below the results folder
   * @param runUid of the run whose requests lie beside it
   */
  SamplesReading(String file, InputStream samples, String runUid, Consumer<Reject> rejects) {
    this.file = file;
    this.lines = new JsonLines(samples);
    this.runUid = runUid;
    this.rejects = rejects;
  }

  /**
   * The next sample, of server or client; null behind the last one, where the file is closed. A
   * file that breaks off gives what it gave, and one reject.
   */
  public @Nullable Sample next() {
    try {
      Sample sample = read();
      if (sample == null) {
        lines.close();
      }
      return sample;
    } catch (IOException e) {
      rejects.accept(Reject.unreadable(file, e));
      return null;
    }
  }

  private @Nullable Sample read() throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      try {
        Sample sample = ContractJson.current().line(Sample.class, file, lines.number(), line);
        if (sample.runUid().equals(runUid)) {
          return sample;
        }
        rejects.accept(ofAnotherRun(sample, line));
      } catch (ContractException e) {
        rejects.accept(Reject.broken(file, lines.number(), e, line));
      }
    }
    return null;
  }

  private Reject ofAnotherRun(Sample sample, String line) {
    return new Reject(
        file,
        lines.number(),
        "run_uid: must be %s as in the requests file, got: %s".formatted(runUid, sample.runUid()),
        line);
  }
}
