package dev.sweepline.analytics.ingest;

import dev.sweepline.analytics.read.RunDescription;
import dev.sweepline.analytics.source.RunSource;
import java.io.Serializable;
import java.util.List;

/** A run that may have samples. */
record SampledRun(RunDescription description, RunSource source) implements Serializable {
  private static final long serialVersionUID = 1;

  static List<SampledRun> of(List<FinishedRun> runs) {
    return runs.stream().map(run -> new SampledRun(run.description(), run.source())).toList();
  }
}
