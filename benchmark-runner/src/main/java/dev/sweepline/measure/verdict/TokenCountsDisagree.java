package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Count;
import dev.sweepline.measure.requests.TokenCounts;
import java.util.List;
import java.util.Optional;

/** The server tells fewer tokens than it sent. */
final class TokenCountsDisagree implements Rule {
  private static final List<Family> VOIDS = List.of(Family.TPOT, Family.THROUGHPUT);

  private final double allowed;

  TokenCountsDisagree(Limits limits) {
    allowed = limits.of("token_counts_disagree.share", 0.01);
  }

  @Override
  public Guide guide() {
    return new Guide(
        "token_counts_disagree",
        Family.text(VOIDS),
        "Streams whose usage tells fewer tokens than their events must have brought: one for each"
            + " event with text, or what the running counts of the server itself add up to. More"
            + " tokens than events are ordinary (speculative decoding, a stream interval, merged"
            + " events, reasoning that is not shown, an end-of-sequence token).",
        ("In more than %s of the successes with usage the count is short by more than %d tokens and"
                + " by more than %s: so much a parser may do that makes two events of one token.")
            .formatted(
                Wording.percent(allowed),
                TokenCounts.SPLIT_TOKENS,
                Wording.percent(TokenCounts.SPLIT_SHARE)),
        "Then usage leaves tokens out (some servers do not count reasoning as output), and figures"
            + " per token are wrong by that.",
        "Look at the `usage` object of one answer; compare runs of this server by latency, or by"
            + " requests a second.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    double share = run.tally().share(Count.TOLD_TOO_FEW, Count.COUNTED_BY_USAGE);
    return share > allowed
        ? Optional.of(
            Finding.suspect(
                Numbers.of("requests", run.tally().of(Count.TOLD_TOO_FEW)).and("share", share),
                VOIDS))
        : Optional.empty();
  }
}
