package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Count;
import java.util.List;
import java.util.Optional;

/** Timeouts cut off the long end. */
final class Censored implements Rule {
  private static final List<Family> VOIDS = Family.LATENCIES;

  private final double allowed;

  Censored(Limits limits) {
    allowed = limits.of("censored.share", 0.01);
  }

  @Override
  public Guide guide() {
    return new Guide(
        "censored",
        Family.text(VOIDS),
        "Requests that ended by a first-token, idle or total timeout.",
        "More than %s of the attempted requests.".formatted(Wording.percent(allowed)),
        "The slowest requests are missing from the latencies, so the tail is too short.",
        "Raise the timeout above the longest latency that you want to see, or lower the load.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    long timeouts = run.tally().of(Count.TIMEOUTS);
    double share = (double) timeouts / run.tally().attempted();
    return share > allowed
        ? Optional.of(Finding.suspect(Numbers.of("timeouts", timeouts).and("share", share), VOIDS))
        : Optional.empty();
  }
}
