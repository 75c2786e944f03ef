package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Count;
import java.util.Optional;

/** Some requests failed. */
final class Failures implements Rule {
  private static final double SUSPECT_BELOW = 0.99;
  private static final double INVALID_BELOW = 0.9;

  @Override
  public Guide guide() {
    return new Guide(
        "failures",
        Family.text(Family.LATENCIES) + "; all below a success rate of " + INVALID_BELOW,
        "`success_rate`: successes as a share of attempted requests.",
        "Below %s the run is suspect, below %s invalid.".formatted(SUSPECT_BELOW, INVALID_BELOW),
        "Requests that fail are often the slow ones, so the latencies of the survivors flatter the"
            + " server; and a server that drops work has less to do.",
        "Find the cause in the requests' outcomes and errors; lower the load or raise the"
            + " timeout.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    double rate = run.tally().successRate();
    boolean answered = run.requests().count(row -> row.outputTokens() > 0) > 0;
    if (!answered || !(rate < SUSPECT_BELOW)) {
      return Optional.empty();
    }
    Numbers numbers =
        Numbers.of("success_rate", rate)
            .and("failed", run.tally().attempted() - run.tally().of(Count.SUCCESSES));
    return Optional.of(
        rate < INVALID_BELOW
            ? Finding.invalid(numbers)
            : Finding.suspect(numbers, Family.LATENCIES));
  }
}
