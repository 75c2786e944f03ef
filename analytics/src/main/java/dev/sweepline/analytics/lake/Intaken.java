package dev.sweepline.analytics.lake;

import dev.sweepline.analytics.read.Reject;
import dev.sweepline.analytics.read.Run;
import java.util.List;

/**
 * What reading the pending sources gave besides the staged rows.
 *
 * @param runs read and judged
 * @param rejects input that became no row
 */
public record Intaken(List<Run> runs, List<Reject> rejects) {
  /** Nothing was to be read. */
  public static final Intaken NONE = new Intaken(List.of(), List.of());

  public Intaken {
    runs = List.copyOf(runs);
    rejects = List.copyOf(rejects);
  }
}
