package dev.sweepline.analytics.ingest;

import dev.sweepline.analytics.read.RunDescription;
import dev.sweepline.analytics.read.SamplesReading;
import dev.sweepline.analytics.table.ServerSamplesTable;
import dev.sweepline.contract.Sample;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The sample rows of one run, read as they are asked for. */
final class SampleRows implements Iterator<Row> {
  private final RunDescription run;
  private @Nullable SamplesReading open;
  private @Nullable Row next;

  SampleRows(RunDescription run, SamplesReading samples) {
    this.run = run;
    this.open = samples;
  }

  @Override
  public boolean hasNext() {
    if (next == null && open != null) {
      next = read(open);
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

  private @Nullable Row read(SamplesReading samples) {
    Sample sample = samples.next();
    if (sample == null) {
      open = null;
      return null;
    }
    return ServerSamplesTable.row(run, sample);
  }
}
