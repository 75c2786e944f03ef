package dev.sweepline.runner.load;

/** Waits for moments on the run's clock. */
@FunctionalInterface
interface Pacer {
  /**
   * Returns when it is due, never before; at once when it is past.
   *
   * @param dueNs since the run's start
   * @return false when the run was stopped first
   */
  boolean await(long dueNs);
}
