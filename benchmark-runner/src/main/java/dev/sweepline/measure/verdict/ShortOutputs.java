package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Count;
import java.util.List;
import java.util.Optional;

/** Answers end before the length that was asked for. */
final class ShortOutputs implements Rule {
  private static final double SHARE = 0.01;
  private static final List<Family> VOIDS = List.of(Family.E2E, Family.THROUGHPUT);

  @Override
  public Guide guide() {
    return new Guide(
        "short_outputs",
        Family.text(VOIDS),
        "Successes with fewer tokens than asked for, although `ignore_eos` was set.",
        "More than %s of the successes.".formatted(Wording.percent(SHARE)),
        "The runs of a comparison no longer do the same work.",
        "Check that the server honours `ignore_eos`, and that prompt and answer fit"
            + " `max_model_len`.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    double share = run.tally().share(Count.SHORT, Count.SUCCESSES);
    return share > SHARE
        ? Optional.of(
            Finding.suspect(
                Numbers.of("short", run.tally().of(Count.SHORT)).and("share", share), VOIDS))
        : Optional.empty();
  }
}
