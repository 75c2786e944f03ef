package dev.sweepline.runner.selftest;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.SelfTest.Quantity;
import java.util.List;

/**
 * Loads of one kind on one server, each larger than the last.
 *
 * @param quantity what is raised
 * @param ttftMs the server's time to the first token
 * @param itlMs the server's time from token to token
 * @param rungs in order
 */
record Ladder(Quantity quantity, double ttftMs, double itlMs, List<Rung> rungs) {
  /**
   * One of the loads.
   *
   * @param asked of the quantity
   */
  record Rung(double asked, Load load) {}

  Ladder {
    rungs = List.copyOf(rungs);
  }
}
