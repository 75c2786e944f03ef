package dev.sweepline.analytics.read;

import dev.sweepline.analytics.source.RunSource;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.Sample;
import dev.sweepline.measure.RunAccumulator;
import dev.sweepline.measure.Yardstick;
import java.io.Serializable;

/**
 * The requests and samples of a run that one task has seen. Parts of one run merge, in any order.
 */
public final class RunPart implements Serializable {
  private static final long serialVersionUID = 1;

  private final RunDescription description;
  private final RunSource source;
  private final RunAccumulator requests = new RunAccumulator();

  /**
   * @param source where it was read from
   */
  public RunPart(RunDescription description, RunSource source) {
    this.description = description;
    this.source = source;
  }

  /** Run and file: two files that hold the same run are not parts of one another. */
  public String key() {
    return description.runUid() + " " + uri();
  }

  /** The file that it was read from. */
  public String uri() {
    return source.file().uri();
  }

  /** Where its files are. */
  public RunSource source() {
    return source;
  }

  /** The run it is a part of. */
  public RunDescription description() {
    return description;
  }

  /** Adds a request. */
  public void add(RequestRecord request) {
    requests.add(request);
  }

  /** Adds a sample of server or client. */
  public void add(Sample sample) {
    requests.addSample(sample);
  }

  /** Adds requests of which only the number is known. */
  public void addUnrecordedFailures(int count) {
    if (count > 0) {
      requests.addUnrecordedFailures(count);
    }
  }

  /** This part and another one of the same run; the other must not be used afterwards. */
  public RunPart merge(RunPart other) {
    requests.merge(other.requests);
    return this;
  }

  /** The run, when all its parts are merged. */
  public Run finish(Yardstick yardstick) {
    return new Run(description, requests.finish(description.context(yardstick)));
  }
}
