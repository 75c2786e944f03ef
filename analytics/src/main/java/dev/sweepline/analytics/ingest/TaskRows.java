package dev.sweepline.analytics.ingest;

import dev.sweepline.analytics.read.Reject;
import dev.sweepline.analytics.read.RunPart;
import dev.sweepline.analytics.read.RunReader;
import dev.sweepline.analytics.read.RunReading;
import dev.sweepline.analytics.read.SamplesReading;
import dev.sweepline.analytics.source.Slice;
import dev.sweepline.analytics.table.RequestRows;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.Sample;
import dev.sweepline.measure.Yardstick;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;

/**
 * The request rows of one task's slices, read as they are asked for. Behind the last row all else
 * goes to the findings, at once: what is there before travels with every heartbeat.
 */
final class TaskRows implements Iterator<InternalRow> {
  private final Iterator<Slice> slices;
  private final RunReader reader;
  private final List<Reject> rejects;
  private final List<FinishedRun> runs = new ArrayList<>();
  private final List<RunPart> parts = new ArrayList<>();
  private final Yardstick yardstick;
  private final Findings findings;
  private @Nullable OpenRun open;
  private @Nullable InternalRow next;
  private boolean reported;

  private record OpenRun(Slice slice, RunReading reading, RunPart part, RequestRows rows) {}

  /**
   * @param rejects where the reader puts them
   */
  TaskRows(
      Iterator<Slice> slices,
      RunReader reader,
      List<Reject> rejects,
      Yardstick yardstick,
      Findings findings) {
    this.yardstick = yardstick;
    this.slices = slices;
    this.reader = reader;
    this.rejects = rejects;
    this.findings = findings;
  }

  @Override
  public boolean hasNext() {
    while (next == null && (open != null || slices.hasNext())) {
      if (open == null) {
        openNext();
      } else {
        next = read(open);
      }
    }
    if (next == null && !reported) {
      findings.add(new Findings.Found(runs, parts, List.copyOf(rejects)));
      reported = true;
    }
    return next != null;
  }

  @Override
  public InternalRow next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    InternalRow row = next;
    next = null;
    return row;
  }

  private void openNext() {
    Slice slice = slices.next();
    RunReading reading = reader.open(slice).orElse(null);
    if (reading == null) {
      return;
    }
    RunPart part = new RunPart(reading.description(), slice.source());
    part.addUnrecordedFailures(reading.unrecordedFailures());
    open = new OpenRun(slice, reading, part, new RequestRows(reading.description()));
  }

  private @Nullable InternalRow read(OpenRun run) {
    RequestRecord request = nextRequest(run);
    if (request != null) {
      run.part().add(request);
      return run.rows().row(request);
    }
    if (run.slice().isFirst()) {
      addSamples(run.part());
    }
    if (run.slice().isWhole()) {
      runs.add(new FinishedRun(run.part().finish(yardstick), run.part().source()));
    } else {
      parts.add(run.part());
    }
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
