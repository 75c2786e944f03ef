package dev.sweepline.measure.verdict;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A foreign file contradicts itself. */
final class Contradiction implements Rule {
  private final double difference;

  Contradiction(Limits limits) {
    difference = limits.of("contradiction.difference", 0.01);
  }

  @Override
  public Guide guide() {
    return new Guide(
        "contradiction",
        "the families that the aggregate touches",
        "Aggregates that a foreign file tells (numbers of requests, successes and tokens, means,"
            + " throughput), beside what its own records give by its own definitions; and whether"
            + " in its records E2E = TTFT + (tokens - 1) x mean gap.",
        "One of them differs by more than %s.".formatted(Wording.percent(difference)),
        "Either the records are not those of the aggregates (a file that was edited or merged, or"
            + " lost some), or one of the two is computed wrongly.",
        "Look for the run's raw log, or run it again with `bench`.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    List<Claim> wrong =
        run.claims().stream().filter(claim -> claim.difference() > difference).toList();
    if (wrong.isEmpty()) {
      return Optional.empty();
    }
    Numbers numbers = Numbers.NONE;
    Set<Family> touched = new TreeSet<>();
    for (Claim claim : wrong) {
      touched.addAll(claim.touches());
      numbers =
          numbers
              .and(claim.what() + "_told", claim.told())
              .and(claim.what() + "_recounted", claim.recounted());
    }
    return Optional.of(
        touched.containsAll(Family.ALL)
            ? Finding.invalid(numbers)
            : Finding.suspect(numbers, touched));
  }
}
