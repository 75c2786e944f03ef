package dev.sweepline.analytics.ingest;

import dev.sweepline.analytics.read.Reject;
import dev.sweepline.analytics.read.RunPart;
import dev.sweepline.analytics.read.RunReader;
import dev.sweepline.analytics.read.RunReading;
import dev.sweepline.analytics.source.RunSource;
import dev.sweepline.analytics.table.RequestsTable;
import dev.sweepline.contract.RequestRecord;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The request rows of one task's runs, read as they are asked for. When a run is read to its end,
 * its figures go to the findings.
 */
final class TaskRows implements Iterator<Row> {
  private final Iterator<RunSource> sources;
  private final RunReader reader;
  private final List<Reject> rejects;
  private final Findings findings;
  private @Nullable OpenRun open;
  private @Nullable Row next;

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
    RunReading reading = reader.open(sources.next()).orElse(null);
    if (reading == null) {
      report(List.of());
      return;
    }
    RunPart part = new RunPart(reading.description());
    part.addUnrecordedFailures(reading.unrecordedFailures());
    open = new OpenRun(reading, part);
  }

  private @Nullable Row read(OpenRun run) {
    RequestRecord request = nextRequest(run);
    if (request != null) {
      run.part().add(request);
      return RequestsTable.row(run.reading().description(), request);
    }
    report(List.of(run.part()));
    open = null;
    return null;
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

  private void report(List<RunPart> parts) {
    findings.add(new Findings.Found(parts, List.copyOf(rejects)));
    rejects.clear();
  }
}
