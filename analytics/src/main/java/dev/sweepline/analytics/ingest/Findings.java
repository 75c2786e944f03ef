package dev.sweepline.analytics.ingest;

import dev.sweepline.analytics.read.Reject;
import dev.sweepline.analytics.read.RunPart;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.util.AccumulatorV2;

/**
 * What the tasks find besides request rows: parts of runs, merged by run, and rejects. Spark counts
 * each task of the writing stage once, however often it is tried.
 */
final class Findings extends AccumulatorV2<Findings.Found, Findings.Found> {
  private static final long serialVersionUID = 1;

  private final Map<String, RunPart> parts = new TreeMap<>();
  private final List<Reject> rejects = new ArrayList<>();

  /**
   * What was found so far, or in one source.
   *
   * @param parts of runs, one a run
   */
  record Found(List<RunPart> parts, List<Reject> rejects) {}

  @Override
  public synchronized boolean isZero() {
    return parts.isEmpty() && rejects.isEmpty();
  }

  @Override
  public synchronized Findings copy() {
    Findings copy = new Findings();
    copy.merge(this);
    return copy;
  }

  @Override
  public synchronized void reset() {
    parts.clear();
    rejects.clear();
  }

  @Override
  public synchronized void add(Found found) {
    found.parts().forEach(part -> parts.merge(part.key(), part, RunPart::merge));
    rejects.addAll(found.rejects());
  }

  @Override
  public synchronized void merge(AccumulatorV2<Found, Found> other) {
    add(other.value());
  }

  @Override
  public synchronized Found value() {
    return new Found(List.copyOf(parts.values()), List.copyOf(rejects));
  }

  /** Heartbeats serialize it in a thread of their own. */
  private synchronized void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
  }
}
