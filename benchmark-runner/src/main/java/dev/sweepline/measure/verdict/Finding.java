package dev.sweepline.measure.verdict;

import dev.sweepline.contract.RunSummary.Reason;
import dev.sweepline.contract.RunSummary.Verdict.State;
import java.util.Collection;
import java.util.List;

/**
 * What a rule found in a run.
 *
 * @param severity the best state that the run can still have
 * @param numbers the evidence
 * @param voids labels of families, or single columns
 */
record Finding(State severity, Numbers numbers, List<String> voids) {
  /** Nothing of the run may be used. */
  static Finding invalid(Numbers numbers) {
    return new Finding(State.INVALID, numbers, Family.labels(Family.ALL));
  }

  /** Some families may not be used. */
  static Finding suspect(Numbers numbers, Collection<Family> families) {
    return new Finding(State.SUSPECT, numbers, Family.labels(families));
  }

  /** Single columns may not be used. */
  static Finding columns(Numbers numbers, List<String> columns) {
    return new Finding(State.VALID, numbers, columns);
  }

  /** Something to know. */
  static Finding note(Numbers numbers) {
    return new Finding(State.VALID, numbers, List.of());
  }

  Reason reason(String code) {
    return new Reason(code, numbers.toMap(), voids);
  }
}
