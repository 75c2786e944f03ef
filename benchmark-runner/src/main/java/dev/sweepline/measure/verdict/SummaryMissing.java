package dev.sweepline.measure.verdict;

import java.util.Optional;

/** All requests are there, the summary is not. */
final class SummaryMissing implements Rule {
  @Override
  public Guide guide() {
    return new Guide(
        "summary_missing",
        "nothing (note)",
        "Whether the summary lies beside the requests file.",
        "The requests file has its final name, but there is no summary.",
        "The file is renamed when its last request is written, so it is whole; all figures are"
            + " recomputed from it. What only the summary tells, of server and host, is unknown.",
        "Nothing; look at the job's log for what happened in the last second.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    return run.completeness() == Completeness.WITHOUT_SUMMARY
        ? Optional.of(Finding.note(Numbers.NONE))
        : Optional.empty();
  }
}
