package dev.sweepline.analytics.source;

import java.util.List;

/**
 * What the results folders hold.
 *
 * @param sources runs to read, sorted by name
 * @param skipped files that are not read now, each with its reason
 * @param folders URIs of the folders
 */
public record FoundRuns(List<RunSource> sources, List<String> skipped, List<String> folders) {
  public FoundRuns {
    folders = List.copyOf(folders);
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

  /** Whether a file would have been found if it were there. */
  public boolean lookedAt(String uri) {
    return folders.stream().anyMatch(folder -> uri.startsWith(folder + "/"));
  }

  /** Bytes to read. */
  public long bytes() {
    return sources.stream().mapToLong(RunSource::bytes).sum();
  }
}
