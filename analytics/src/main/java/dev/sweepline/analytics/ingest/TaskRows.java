package dev.sweepline.analytics.ingest;

import dev.sweepline.analytics.read.Reject;
import dev.sweepline.analytics.read.RunPart;
import dev.sweepline.analytics.read.RunReader;
import dev.sweepline.analytics.read.RunReading;
import dev.sweepline.analytics.read.SamplesReading;
import dev.sweepline.analytics.source.RunSource;
import dev.sweepline.analytics.table.RequestsTable;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The request rows of one task's runs, read as they are asked for. Behind the last row all else
 * goes to the findings, at once: what is there before travels with every heartbeat.
 */
final class TaskRows implements Iterator<Row> {
  private final Iterator<RunSource> sources;
  private final RunReader reader;
  private final List<Reject> rejects;
  private final List<RunPart> parts = new ArrayList<>();
  private final Findings findings;
  private @Nullable OpenRun open;
  private @Nullable Row next;
  private boolean reported;

  private record OpenRun(RunReading reading, RunPart part) {}

  /**
   * @param rejects where the reader puts them
   */
  TaskRows(Iterator<RunSource> sources, RunReader reader, List<Reject> rejects, Findings findings) {
    this.sources = sources;
    this.reader = reader;
    this.rejects = rejects;
    this.findings = findings;
  }

  @Override
  public boolean hasNext() {
    while (next == null && (open != null || sources.hasNext())) {
      if (open == null) {
        openNext();
      } else {
        next = read(open);
      }
    }
    if (next == null && !reported) {
      findings.add(new Findings.Found(parts, List.copyOf(rejects)));
      reported = true;
    }
    return next != null;
  }

  @Override
  public Row next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Row row = next;
    next = null;
    return row;
  }

  private void openNext() {
    RunSource source = sources.next();
    RunReading reading = reader.open(source).orElse(null);
    if (reading == null) {
      return;
    }
    RunPart part = new RunPart(reading.description(), source);
    part.addUnrecordedFailures(reading.unrecordedFailures());
    open = new OpenRun(reading, part);
  }

  private @Nullable Row read(OpenRun run) {
    RequestRecord request = nextRequest(run);
    if (request != null) {
      run.part().add(request);
      return RequestsTable.row(run.reading().description(), request);
    }
    addSamples(run.part());
    parts.add(run.part());
    open = null;
    return null;
  }

  private void addSamples(RunPart part) {
    SamplesReading samples = reader.samples(part.source(), part.description()).orElse(null);
    if (samples == null) {
      return;
    }
    for (Sample sample = samples.next(); sample != null; sample = samples.next()) {
      part.add(sample);
    }
  }

  /** A file that breaks off while it is read gives what it gave, and one reject. */
  private @Nullable RequestRecord nextRequest(OpenRun run) {
    try {
      RequestRecord request = run.reading().next();
      if (request == null) {
        run.reading().close();
      }
      return request;
    } catch (IOException e) {
      rejects.add(Reject.unreadable(run.reading().description().source(), e));
      return null;
    }
  }
}
