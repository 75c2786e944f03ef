package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Count;
import java.util.Optional;

/** Nothing was answered with 200. */
final class NoSuccess implements Rule {
  @Override
  public Guide guide() {
    return new Guide(
        "no_success",
        Family.text(Family.ALL),
        "The answers' status codes.",
        "No request was answered with status 200.",
        "There is nothing to measure. A failed run must never look like a fast one.",
        "Read the error texts of the requests and the server's log; check address, model name and"
            + " endpoint.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    return run.tally().of(Count.STATUS_200) > 0
        ? Optional.empty()
        : Optional.of(Finding.invalid(Numbers.of("attempted", run.tally().attempted())));
  }
}
