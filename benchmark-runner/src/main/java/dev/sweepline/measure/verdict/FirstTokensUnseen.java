package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Count;
import dev.sweepline.measure.requests.TokenCounts;
import java.util.List;
import java.util.Optional;

/** Most tokens were made before the first one was shown. */
final class FirstTokensUnseen implements Rule {
  private static final List<Family> VOIDS = List.of(Family.TTFT, Family.TPOT);

  private final double most;

  FirstTokensUnseen(Limits limits) {
    most = limits.of("first_tokens_unseen.share", 0.5);
  }

  @Override
  public Guide guide() {
    return new Guide(
        "first_tokens_unseen",
        Family.text(VOIDS),
        ("Tokens that came with or before the first event, in streams of %d tokens or more: all of"
                + " them where there is one event only, else the rest of usage behind the running"
                + " counts. Streams without running counts show nothing here.")
            .formatted(TokenCounts.MANY_TOKENS),
        "In more than %s of these streams the first event brings more than half of the tokens."
            .formatted(Wording.percent(most)),
        "The first text is not the first token: the time to it holds most of the generation, and"
            + " the time per token behind it is too short by the tokens that were not shown.",
        "Let the server show its reasoning, or look for what holds the stream back until the answer"
            + " is there. A few marks that a parser swallows do no harm.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    double share = run.tally().share(Count.STREAMS_STARTED_LATE, Count.STREAMS_WITH_KNOWN_START);
    return share > most
        ? Optional.of(
            Finding.suspect(
                Numbers.of("streams", run.tally().of(Count.STREAMS_STARTED_LATE))
                    .and("share", share),
                VOIDS))
        : Optional.empty();
  }
}
