package dev.sweepline.analytics.ingest;

import dev.sweepline.analytics.read.Run;
import dev.sweepline.analytics.read.RunDescription;
import dev.sweepline.analytics.source.RunSource;
import java.io.Serializable;

/** A run, judged, and where it was read from. */
record FinishedRun(Run run, RunSource source) implements Serializable {
  private static final long serialVersionUID = 1;

  RunDescription description() {
    return run.description();
  }

  String uri() {
    return source.file().uri();
  }
}
