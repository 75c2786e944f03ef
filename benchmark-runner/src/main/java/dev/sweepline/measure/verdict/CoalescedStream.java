package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Count;
import dev.sweepline.measure.requests.Tally;
import java.util.List;
import java.util.Optional;

/** Tokens arrive in lumps. */
final class CoalescedStream implements Rule {

  private final double most;
  private final ClientLimited client;

  CoalescedStream(Limits limits) {
    most = share(limits);
    client = new ClientLimited(limits);
  }

  @Override
  public Guide guide() {
    return new Guide(
        "coalesced_stream",
        Family.text(List.of(Family.ITL))
            + "; ttft too when the first token and more than half of all tokens share one read",
        "Gaps of 0 between token events: both came in one read of the socket.",
        "More than %s of all gaps are 0. For `ttft`: in more than %s of the streams the first read"
                .formatted(Wording.percent(most), Wording.percent(most))
            + " brings more than half of the tokens.",
        "The gaps show when something on the way let the tokens go, not when they were made.",
        "Look for a proxy that buffers (nginx: `proxy_buffering off`) and for compression.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    if (!(zeroGaps(run.tally()) > most) || client.lumps(run)) {
      return Optional.empty();
    }
    double lumped = run.tally().share(Count.STREAMS_LUMPED, Count.STREAMS);
    return Optional.of(
        Finding.suspect(
            Numbers.of("zero_gaps", zeroGaps(run.tally())).and("lumped_streams", lumped),
            lumped > most ? List.of(Family.TTFT, Family.ITL) : List.of(Family.ITL)));
  }

  /** The share of gaps of 0 from which streams count as lumped. */
  static double share(Limits limits) {
    return limits.of("coalesced_stream.share", 0.5);
  }

  static double zeroGaps(Tally tally) {
    return tally.share(Count.ZERO_GAPS, Count.GAPS);
  }
}
