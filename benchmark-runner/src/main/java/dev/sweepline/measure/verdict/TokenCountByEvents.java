package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Count;
import java.util.List;
import java.util.Optional;

/** The number of tokens is only assumed. */
final class TokenCountByEvents implements Rule {
  private static final List<Family> VOIDS = List.of(Family.TPOT, Family.THROUGHPUT);

  @Override
  public Guide guide() {
    return new Guide(
        "token_count_by_events",
        Family.text(VOIDS),
        "Where the number of output tokens of the successes comes from.",
        "At least one success has its tokens counted as stream events, not told by the server.",
        "An event may carry several tokens (speculative decoding, a stream interval, merged"
            + " characters), so the count may be too low.",
        "Ask the server for usage (`stream_options.include_usage`).");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    long counted = run.tally().of(Count.COUNTED_BY_EVENTS);
    return counted > 0
        ? Optional.of(
            Finding.suspect(
                Numbers.of("requests", counted)
                    .and("share", run.tally().share(Count.COUNTED_BY_EVENTS, Count.SUCCESSES)),
                VOIDS))
        : Optional.empty();
  }
}
