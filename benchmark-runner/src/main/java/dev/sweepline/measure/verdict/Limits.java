package dev.sweepline.measure.verdict;

/** Where rules take the numbers from that they compare with. */
@FunctionalInterface
interface Limits {
  /**
   * A number of a rule.
   *
   * @param name the rule's code, a dot, and what it bounds
   * @param standard what it is unless the user sets another one
   */
  double of(String name, double standard);
}
