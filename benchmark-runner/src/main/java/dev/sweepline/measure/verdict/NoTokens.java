package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Count;
import java.util.Optional;

/** Answers came, tokens did not. */
final class NoTokens implements Rule {
  @Override
  public Guide guide() {
    return new Guide(
        "no_tokens",
        Family.text(Family.ALL),
        "The tokens of requests that were answered with status 200.",
        "Some were answered so, but no request received a single token.",
        "An empty answer is not a success, however fast it is.",
        "Look at one answer by hand; usual causes are an error inside the stream and an output"
            + " limit of 0.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    long answered = run.tally().of(Count.STATUS_200);
    boolean silent = run.requests().count(row -> row.outputTokens() > 0) == 0;
    return answered > 0 && silent
        ? Optional.of(
            Finding.invalid(
                Numbers.of("attempted", run.tally().attempted()).and("answered", answered)))
        : Optional.empty();
  }
}
