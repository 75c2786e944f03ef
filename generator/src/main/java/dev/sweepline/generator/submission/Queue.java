package dev.sweepline.generator.submission;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The user's jobs that have not ended, or why they are not known.
 *
 * @param jobs by every id and name that Slurm has for them
 * @param unknown why they are not known; null when they are
 */
public record Queue(Map<String, QueuedJob> jobs, @Nullable String unknown) {
  public Queue {
    jobs = Map.copyOf(jobs);
  }

  /** What Slurm says. */
  public static Queue of(Map<String, QueuedJob> jobs) {
    return new Queue(jobs, null);
  }

  /** Slurm says nothing. */
  public static Queue unknown(String why) {
    return new Queue(Map.of(), why);
  }

  public boolean isKnown() {
    return unknown == null;
  }

  /** A job that has not ended. */
  public Optional<QueuedJob> job(@Nullable String id) {
    return Optional.ofNullable(id).map(jobs::get);
  }
}
