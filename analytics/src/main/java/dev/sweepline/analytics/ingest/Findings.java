package dev.sweepline.analytics.ingest;

import dev.sweepline.analytics.read.Reject;
import dev.sweepline.analytics.read.RunPart;
import dev.sweepline.measure.Yardstick;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.util.AccumulatorV2;

/**
 * What the tasks find besides request rows: runs, parts of runs, merged by run, and rejects. Spark
 * counts each task of the writing stage once, however often it is tried.
 */
final class Findings extends AccumulatorV2<Findings.Found, Findings.Found> {
  private static final long serialVersionUID = 1;

  private final Map<String, RunPart> parts = new TreeMap<>();
  private final List<FinishedRun> runs = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();

  /**
   * What was found so far, or in one source.
   *
   * @param runs that one task read whole: small, since nothing of their requests is left
   * @param parts of the runs that several tasks share, one a run
   */
  record Found(List<FinishedRun> runs, List<RunPart> parts, List<Reject> rejects) {
    /** All runs, when every task has ended. */
    List<FinishedRun> finish(Yardstick yardstick) {
      return Stream.concat(
              runs.stream(),
              parts.stream().map(part -> new FinishedRun(part.finish(yardstick), part.source())))
          .sorted(Comparator.comparing(run -> run.description().source()))
          .toList();
    }
  }

  /** How many rejects the tasks that have ended found. */
  synchronized long rejectCount() {
    return rejects.size();
  }

  @Override
  public synchronized boolean isZero() {
    return runs.isEmpty() && parts.isEmpty() && rejects.isEmpty();
  }

  @Override
  public synchronized Findings copy() {
    Findings copy = new Findings();
    copy.merge(this);
    return copy;
  }

  @Override
  public synchronized void reset() {
    runs.clear();
    parts.clear();
    rejects.clear();
  }

  @Override
  public synchronized void add(Found found) {
    runs.addAll(found.runs());
    found.parts().forEach(part -> parts.merge(part.key(), part, RunPart::merge));
    rejects.addAll(found.rejects());
  }

  @Override
  public synchronized void merge(AccumulatorV2<Found, Found> other) {
    add(other.value());
  }

  @Override
  public synchronized Found value() {
    return new Found(List.copyOf(runs), List.copyOf(parts.values()), List.copyOf(rejects));
  }

  /** Heartbeats serialize it in a thread of their own. */
  private synchronized void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
  }
}
