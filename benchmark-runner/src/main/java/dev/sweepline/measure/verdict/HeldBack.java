package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.RequestRow;
import dev.sweepline.measure.requests.Window;
import dev.sweepline.measure.server.Held;
import dev.sweepline.measure.stats.Overlap;
import java.util.List;
import java.util.Optional;

/**
 * Requests on their way between client and server, seen from both ends at the same moments.
 *
 * @param samples moments at which every engine told what it had
 * @param inFlight mean number of sent and not yet ended requests, of the later successes
 * @param inServer mean number of requests in all engines, running and waiting
 */
record HeldBack(int samples, double inFlight, double inServer) {
  static final int LEAST_SAMPLES = 3;

  /**
   * What the middle half of the measured time shows; empty with too few samples there. Unlike a
   * plateau it may lie in the drain: the server's number falls with the client's.
   */
  static Optional<HeldBack> in(RunEvidence run) {
    return run.wholeWindow()
        .map(whole -> in(run, whole.part(0.25, 0.75)))
        .filter(seen -> seen.samples() >= LEAST_SAMPLES);
  }

  private static HeldBack in(RunEvidence run, Window middle) {
    List<Held> held = run.server().held(middle);
    Overlap inFlight =
        run.requests()
            .overlap(row -> row.isSuccess() ? row.sentUs() : RequestRow.NONE, RequestRow::endUs);
    return new HeldBack(
        held.size(),
        held.stream().mapToLong(at -> inFlight.at(at.atUs())).average().orElse(Double.NaN),
        held.stream().mapToDouble(Held::requests).average().orElse(Double.NaN));
  }

  /** How many the server does not have. */
  double held() {
    return inFlight - inServer;
  }

  Numbers numbers() {
    return Numbers.of("samples", samples)
        .and("in_flight_mean", inFlight)
        .and("in_server_mean", inServer);
  }
}
