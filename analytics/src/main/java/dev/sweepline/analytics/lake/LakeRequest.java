package dev.sweepline.analytics.lake;

import java.time.Duration;
import java.util.List;

/**
 * What is asked of the warehouse besides taking in what is new.
 *
 * @param reuse whether rows that are right are read again
 * @param merging when batches are merged
 * @param forget names or run_uids of vanished sources whose rows are to go
 * @param lockWait how long to wait for another writer
 */
public record LakeRequest(Reuse reuse, Merging merging, List<String> forget, Duration lockWait) {
  /** Takes in what is new, and waits for another writer for ten minutes. */
  public static final LakeRequest USUAL =
      new LakeRequest(Reuse.UNCHANGED, Merging.MANY, List.of(), Duration.ofMinutes(10));

  public LakeRequest {
    forget = List.copyOf(forget);
  }

  /** Whether rows that are right are kept. */
  public enum Reuse {
    UNCHANGED,
    /** Everything that is there is read anew. */
    NOTHING
  }

  /** When small batches are merged into the new one. */
  public enum Merging {
    /** When there are many of them. */
    MANY,
    /** When there are two. */
    ANY
  }
}
