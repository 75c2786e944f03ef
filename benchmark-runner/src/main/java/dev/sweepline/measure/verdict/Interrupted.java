package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Count;
import java.util.Optional;

/** The run did not get to its end. */
final class Interrupted implements Rule {
  @Override
  public Guide guide() {
    return new Guide(
        "interrupted",
        Family.text(Family.ALL),
        "How the requests file ended, and how many measured lines it has.",
        "The run was stopped by a signal, its writer is gone, or there are fewer measured lines"
            + " than requests asked for.",
        "What is missing is not a random part: the requests still in flight are the long ones.",
        "Run it again.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    long lines = run.tally().of(Count.LINES) + run.tally().of(Count.UNRECORDED);
    Integer asked = run.load().requests();
    boolean tooFew = asked != null && run.load().durationS() == null && lines < asked;
    if (run.completeness() != Completeness.STOPPED && !tooFew) {
      return Optional.empty();
    }
    Numbers numbers = Numbers.of("lines", lines);
    return Optional.of(Finding.invalid(asked == null ? numbers : numbers.and("requests", asked)));
  }
}
