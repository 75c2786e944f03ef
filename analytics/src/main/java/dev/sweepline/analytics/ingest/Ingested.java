package dev.sweepline.analytics.ingest;

import dev.sweepline.analytics.read.Reject;
import dev.sweepline.analytics.read.Run;
import java.util.List;

/**
 * What the pass over the input gave besides the tables of requests and samples.
 *
 * @param runs read and judged
 * @param rejects sorted by file and line
 */
public record Ingested(List<Run> runs, List<Reject> rejects) {
  public Ingested {
    runs = List.copyOf(runs);
    rejects = List.copyOf(rejects);
  }
}
