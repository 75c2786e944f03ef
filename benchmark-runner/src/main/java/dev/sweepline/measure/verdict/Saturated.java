package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.Count;
import dev.sweepline.measure.requests.Latency;
import dev.sweepline.measure.requests.RequestRow;
import dev.sweepline.measure.requests.Requests;
import dev.sweepline.measure.requests.Window;
import dev.sweepline.measure.stats.Overlap;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** More arrives than is served, so the backlog grows for as long as one measures. */
final class Saturated implements Rule {
  private static final double FIRST = 0.1;
  private static final List<Family> VOIDS = List.of(Family.TTFT, Family.E2E);

  private final double served;
  private final double growthFloor;
  private final double growthSigmas;
  private final double windowOfE2e;
  private final double slowerWithoutSendTimes;
  private final double slower;

  Saturated(Limits limits) {
    served = limits.of("saturated.served", 0.95);
    growthFloor = limits.of("saturated.growth_floor", 3);
    growthSigmas = limits.of("saturated.growth_sigmas", 3);
    windowOfE2e = limits.of("saturated.window_of_e2e", 4);
    slowerWithoutSendTimes = limits.of("saturated.slower_without_send_times", 2);
    slower = limits.of("saturated.slower", 2.5);
  }

  @Override
  public Guide guide() {
    return new Guide(
        "saturated",
        Family.text(VOIDS),
        "An open loop at a finite rate: dispatches against completions, and the number in flight,"
            + " while requests are sent.",
        """
        In the second half of the dispatch window completions are fewer than %s of the dispatches, \
        and the mean in flight of its last quarter exceeds that of the second by more than %s and \
        more than %s times its square root; and one of: the window is at least %s times the median \
        E2E of the requests sent in its first tenth; median service TTFT of the last quarter is \
        more than %s times that of the first tenth; the median gap likewise. Without send times: \
        successes per second below %s of the offered rate and median TTFT of the last half more \
        than %s times that of the first tenth."""
            .formatted(
                served,
                Wording.number(growthFloor),
                Wording.number(growthSigmas),
                Wording.number(windowOfE2e),
                slower,
                served,
                Wording.number(slowerWithoutSendTimes)),
        "Latencies then grow with the length of the run: they tell how long one measured, not how"
            + " fast the server is. Throughput stays meaningful: it is the server's limit.",
        "Lower the rate, or use `--concurrency` to measure the server at its limit.");
  }

  @Override
  public Optional<Finding> judge(RunEvidence run) {
    if (run.pacedRate().isEmpty()) {
      return Optional.empty();
    }
    Optional<Numbers> numbers =
        run.hasSendTimes()
            ? run.requests().dispatchWindow().flatMap(window -> backlog(run, window))
            : slowdown(run);
    return numbers.map(evidence -> Finding.suspect(evidence, VOIDS));
  }

  private Optional<Numbers> backlog(RunEvidence run, Window window) {
    Requests requests = run.requests();
    Window half = window.part(0.5, 1);
    long sent = requests.count(row -> half.holds(row.dispatchUs()));
    long ended = requests.count(row -> half.holds(row.endUs()));
    Overlap inFlight = requests.overlap(RequestRow::dispatchUs, RequestRow::endUs);
    double before = mean(inFlight, window.part(0.25, 0.5));
    double after = mean(inFlight, window.part(0.75, 1));
    boolean grows = after > before + Math.max(growthFloor, growthSigmas * Math.sqrt(before));
    if (!(ended < served * sent && grows && isNoRamp(requests, window))) {
      return Optional.empty();
    }
    return Optional.of(
        Numbers.of("sent_second_half", sent)
            .and("ended_second_half", ended)
            .and("in_flight_second_quarter", before)
            .and("in_flight_last_quarter", after));
  }

  /** A window that still fills looks like a backlog, but its service does not get slower. */
  private boolean isNoRamp(Requests requests, Window window) {
    double e2e = early(requests, window, Latency.E2E);
    return window.lengthUs() >= windowOfE2e * e2e
        || isSlower(requests, window, Latency.SERVICE_TTFT)
        || isSlower(requests, window, RequestRow::medianGapUs);
  }

  private boolean isSlower(Requests requests, Window window, ToLongFunction<RequestRow> quantity) {
    Window last = window.part(0.75, 1);
    double late = requests.sample(row -> last.holds(row.dispatchUs()), quantity).median();
    return late > slower * early(requests, window, quantity);
  }

  private static double early(
      Requests requests, Window window, ToLongFunction<RequestRow> quantity) {
    Window first = window.part(0, FIRST);
    return requests.sample(row -> first.holds(row.dispatchUs()), quantity).median();
  }

  private static double mean(Overlap overlap, Window window) {
    return overlap.mean(window.fromUs(), window.toUs());
  }

  private Optional<Numbers> slowdown(RunEvidence run) {
    double offered = run.pacedRate().orElse(Double.NaN);
    double served = run.tally().of(Count.SUCCESSES) / run.durationS();
    double first = run.requests().having(Latency.TTFT).part(0, FIRST).median();
    double last = run.requests().having(Latency.TTFT).part(0.5, 1).median();
    return served < served * offered && last > slowerWithoutSendTimes * first
        ? Optional.of(
            Numbers.of("served_rate", served)
                .and("offered_rate", offered)
                .and("ttft_p50_first_ms", first / 1000)
                .and("ttft_p50_last_ms", last / 1000))
        : Optional.empty();
  }
}
