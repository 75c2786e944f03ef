package dev.sweepline.generator.state;

/** Where a server start or an experiment stands. */
public enum State {
  /** A job runs. */
  RUNNING,
  /** A job waits. */
  PENDING,
  /** The last attempt failed. */
  FAILED,
  /** The last attempt was cut short, or its job is gone without a word. */
  INTERRUPTED,
  /** Load points have results that are all invalid. */
  INVALID,
  /** Some load points have results. */
  PARTIAL,
  /** Nothing is there. */
  MISSING,
  /** Every load point has a result that can be used. */
  DONE;

  /** Whether nothing goes on that would change it, and it is not done. */
  public boolean wantsRetry() {
    return this != RUNNING && this != PENDING && this != DONE;
  }
}
