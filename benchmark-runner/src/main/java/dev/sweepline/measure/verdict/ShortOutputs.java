package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Count;
import java.util.List;
import java.util.Optional;

/** Answers end before the length that was asked for. */
final class ShortOutputs implements Rule {
  private static final List<Family> VOIDS = List.of(Family.E2E, Family.THROUGHPUT);

  private final double allowed;

  ShortOutputs(Limits limits) {
    allowed = limits.of("short_outputs.share", 0.01);
  }

  @Override
  public Guide guide() {
    return new Guide(
        "short_outputs",
        Family.text(VOIDS),
        "Successes with fewer tokens than asked for, although `ignore_eos` was set.",
        "More than %s of the successes.".formatted(Wording.percent(allowed)),
        "The runs of a comparison no longer do the same work.",
        "Check that the server honours `ignore_eos`, and that prompt and answer fit"
            + " `max_model_len`.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    double share = run.tally().share(Count.SHORT, Count.SUCCESSES);
    return share > allowed
        ? Optional.of(
            Finding.suspect(
                Numbers.of("short", run.tally().of(Count.SHORT)).and("share", share), VOIDS))
        : Optional.empty();
  }
}
