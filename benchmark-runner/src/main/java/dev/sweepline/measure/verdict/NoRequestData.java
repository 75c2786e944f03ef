package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Count;
import java.util.Optional;

/** Only totals are known. */
final class NoRequestData implements Rule {
  @Override
  public Guide guide() {
    return new Guide(
        "no_request_data",
        "nothing (note)",
        "Whether the file holds the requests themselves.",
        "Only the number of requests is known, there is no record of one.",
        "Nothing can be recomputed, and no error text says what happened.",
        "Run it again with `bench`, which keeps every request.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    long unrecorded = run.tally().of(Count.UNRECORDED);
    return unrecorded > 0 && run.tally().of(Count.LINES) == 0
        ? Optional.of(Finding.note(Numbers.of("requests", unrecorded)))
        : Optional.empty();
  }
}
