package dev.sweepline.generator.submission;

/**
 * A job that has not ended.
 *
 * @param id as Slurm names it, {@code 4711} or {@code 4711_3}
 * @param state Slurm's word, such as {@code PENDING}
 * @param reason why it waits, Slurm's word; {@code None} without one
 * @param nodes where it runs, as Slurm abbreviates them; empty while it waits
 */
public record QueuedJob(String id, String state, String reason, String nodes) {
  /** Whether it has no nodes yet, or none any more. */
  public boolean waits() {
    return switch (state) {
      case "PENDING", "SUSPENDED", "REQUEUED", "REQUEUE_HOLD", "SPECIAL_EXIT", "STOPPED" -> true;
      default -> false;
    };
  }
}
