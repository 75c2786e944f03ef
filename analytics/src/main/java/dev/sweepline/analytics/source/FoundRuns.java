package dev.sweepline.analytics.source;

import java.util.List;

/**
 * What the results folders hold.
 *
 * @param sources runs to read, sorted by name
 * @param skipped files that are not read now, each with its reason
 */
public record FoundRuns(List<RunSource> sources, List<String> skipped) {
  public FoundRuns {
    sources = List.copyOf(sources);
    skipped = List.copyOf(skipped);
  }

  /** Whether there is anything of this project's own among them. */
  public boolean hasOwnRuns() {
    return sources.stream().anyMatch(RunSource.Own.class::isInstance);
  }

  /** Whether the folders hold nothing at all. */
  public boolean isEmpty() {
    return sources.isEmpty() && skipped.isEmpty();
  }

  /** Bytes to read. */
  public long bytes() {
    return sources.stream().mapToLong(RunSource::bytes).sum();
  }
}
