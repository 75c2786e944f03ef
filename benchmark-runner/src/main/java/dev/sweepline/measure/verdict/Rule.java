package dev.sweepline.measure.verdict;

import java.util.Optional;

/** One way in which a run can mislead. */
interface Rule {
  /** The rule in words. */
  Guide guide();

  /** What the rule finds in a run; empty when it has nothing against it. */
  Optional<Finding> judge(RunEvidence run);
}
