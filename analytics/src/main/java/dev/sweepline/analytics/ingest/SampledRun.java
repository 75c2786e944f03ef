package dev.sweepline.analytics.ingest;

import dev.sweepline.analytics.read.RunDescription;
import dev.sweepline.analytics.read.RunPart;
import dev.sweepline.analytics.source.RunSource;
import java.io.Serializable;
import java.util.List;

/** A run that may have samples. */
record SampledRun(RunDescription description, RunSource source) implements Serializable {
  private static final long serialVersionUID = 1;

  static List<SampledRun> of(List<RunPart> parts) {
    return parts.stream().map(part -> new SampledRun(part.description(), part.source())).toList();
  }
}
