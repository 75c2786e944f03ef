package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Latency;
import dev.sweepline.measure.requests.RequestRow;
import dev.sweepline.measure.requests.Requests;
import dev.sweepline.measure.requests.Window;
import dev.sweepline.measure.stats.Overlap;
import java.util.Optional;

/** Something between client and server holds requests back. */
final class HiddenLimit implements Rule {
  private static final double FIRST = 0.05;

  private final double plateau;
  private final double waitingShare;
  private final double slower;
  private final double heldRequests;
  private final double heldShare;

  HiddenLimit(Limits limits) {
    plateau = limits.of("hidden_limit.plateau", 0.9);
    waitingShare = limits.of("hidden_limit.waiting", 0.1);
    heldRequests = limits.of("hidden_limit.held_requests", 3);
    heldShare = limits.of("hidden_limit.held_share", 0.15);
    slower = limits.of("hidden_limit.slower", 2);
  }

  @Override
  public Guide guide() {
    return new Guide(
        "hidden_limit",
        Family.text(Family.ALL),
        "How many successful requests are in flight and how many the server has, at the moments of"
            + " its samples; without them, how many requests are in flight at once during dispatch;"
            + " of a foreign file without send times, how many answers stream at once.",
        """
        With server samples (%s or more in the middle half of the measured time): successes in \
        flight are on average more than the running and waiting requests of all engines by more \
        than %s and by more than %s. Without: a plateau (mean of the middle half at least %s of the peak) at a number that no limit \
        asked for and no `max_num_seqs` explains, where more than %s wait for a first token, \
        whose median service TTFT is more than %s times that of the first %s of the requests, \
        and not all requests were sent at once. Without send times: the plateau of \
        `client_limited` at another number than the client's known limit."""
            .formatted(
                HeldBack.LEAST_SAMPLES,
                Wording.number(heldRequests),
                Wording.percent(heldShare),
                plateau,
                Wording.percent(waitingShare),
                Wording.number(slower),
                Wording.percent(FIRST)),
        "A proxy, gateway or client library decided how many requests the server saw; its settings"
            + " were not tested at the load that was asked for.",
        "Look for limits of connections or of ongoing requests on the way (a gateway's or Ray"
            + " Serve's `max_ongoing_requests`), or ask for that number with `--concurrency`.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    Optional<HeldBack> seen = HeldBack.in(run);
    if (seen.isPresent()) {
      return seen.filter(this::isLimit).map(HeldBack::numbers).map(Finding::invalid);
    }
    if (run.isAllAtOnce()) {
      return Optional.empty();
    }
    return (run.hasSendTimes() ? plateauInFlight(run) : plateauOfStreams(run))
        .map(Finding::invalid);
  }

  /** Whether so many are missing at the server that something must hold them. */
  private boolean isLimit(HeldBack seen) {
    return seen.held() > Math.max(heldRequests, heldShare * seen.inFlight());
  }

  private static Optional<Numbers> plateauOfStreams(RunEvidence run) {
    Integer known = run.client().knownConnectionLimit();
    return StreamingPlateau.of(run)
        .filter(plateau -> known == null || plateau.peak() != known)
        .map(StreamingPlateau::numbers);
  }

  private Optional<Numbers> plateauInFlight(RunEvidence run) {
    return run.requests().dispatchWindow().flatMap(window -> plateau(run, window.part(0.25, 0.75)));
  }

  private Optional<Numbers> plateau(RunEvidence run, Window middle) {
    Requests requests = run.requests();
    Overlap inFlight = requests.overlap(RequestRow::dispatchUs, RequestRow::endUs);
    long peak = inFlight.peak();
    double mean = inFlight.mean(middle.fromUs(), middle.toUs());
    double waiting =
        requests
            .overlap(RequestRow::dispatchUs, RequestRow::waitedUntilUs)
            .mean(middle.fromUs(), middle.toUs());
    double ttftThere =
        requests.sample(row -> middle.holds(row.dispatchUs()), Latency.SERVICE_TTFT).median();
    double ttftFirst = requests.having(Latency.SERVICE_TTFT).part(0, FIRST).median();
    boolean stands = mean >= plateau * peak && peak < requests.size() && !run.isExplained(peak);
    boolean holds = waiting > waitingShare * mean && ttftThere > slower * ttftFirst;
    return stands && holds
        ? Optional.of(
            Numbers.of("in_flight_peak", peak)
                .and("in_flight_mean", mean)
                .and("waiting_mean", waiting)
                .and("service_ttft_p50_ms", ttftThere / 1000)
                .and("service_ttft_p50_first_ms", ttftFirst / 1000))
        : Optional.empty();
  }
}
