package dev.sweepline.analytics.lake;

/** The moments of an update of the warehouse; a process may die behind each. */
public enum CommitStep {
  LOCKED,
  STAGING_MADE,
  TABLES_STAGED,
  LEDGER_STAGED,
  COMMITTED,
  /** One of the superseded batches is gone. */
  SUPERSEDED_REMOVED,
  DONE;

  /** Is told of each step. */
  @FunctionalInterface
  public interface Observer {
    Observer NONE = step -> {};

    void reached(CommitStep step);
  }
}
