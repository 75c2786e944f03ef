package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Count;
import java.util.Optional;

/** Some requests failed. */
final class Failures implements Rule {

  private final double suspectBelow;
  private final double invalidBelow;

  Failures(Limits limits) {
    suspectBelow = limits.of("failures.suspect_below", 0.99);
    invalidBelow = limits.of("failures.invalid_below", 0.9);
  }

  @Override
  public Guide guide() {
    return new Guide(
        "failures",
        Family.text(Family.LATENCIES) + "; all below a success rate of " + invalidBelow,
        "`success_rate`: successes as a share of attempted requests.",
        "Below %s the run is suspect, below %s invalid.".formatted(suspectBelow, invalidBelow),
        "Requests that fail are often the slow ones, so the latencies of the survivors flatter the"
            + " server; and a server that drops work has less to do.",
        "Find the cause in the requests' outcomes and errors; lower the load or raise the"
            + " timeout.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    double rate = run.tally().successRate();
    boolean answered = run.requests().count(row -> row.outputTokens() > 0) > 0;
    if (!answered || !(rate < suspectBelow)) {
      return Optional.empty();
    }
    Numbers numbers =
        Numbers.of("success_rate", rate)
            .and("failed", run.tally().attempted() - run.tally().of(Count.SUCCESSES));
    return Optional.of(
        rate < invalidBelow
            ? Finding.invalid(numbers)
            : Finding.suspect(numbers, Family.LATENCIES));
  }
}
