package dev.sweepline.measure.verdict;

import dev.sweepline.measure.requests.RequestRow;
import dev.sweepline.measure.requests.Window;
import dev.sweepline.measure.stats.Overlap;
import java.util.Optional;

/**
 * A number of answers streaming at once that stands still while other requests wait. Without send
 * times it is the only trace of a limit between load and server.
 *
 * @param peak most answers at once
 * @param mean over the middle half of the run
 * @param waiting mean number of requests there that were due but did not stream
 */
record StreamingPlateau(long peak, double mean, double waiting) {
  /** Mean over peak from which a number counts as pinned. */
  static final double PINNED = 0.98;

  /** Share of the streaming ones that must wait besides; else the load is just even. */
  static final double OTHERS_WAITING = 0.1;

  /** The plateau of a file without send times that no limit asked for explains. */
  static Optional<StreamingPlateau> of(RunEvidence run) {
    if (run.hasSendTimes()) {
      return Optional.empty();
    }
    return run.wholeWindow()
        .map(whole -> in(run, whole.part(0.25, 0.75)))
        .filter(StreamingPlateau::isPinned)
        .filter(plateau -> !run.isExplained(plateau.peak()));
  }

  private static StreamingPlateau in(RunEvidence run, Window middle) {
    Overlap streaming =
        run.requests()
            .overlap(
                row -> row.isSuccess() ? row.firstTokenUs() : RequestRow.NONE,
                row -> row.isSuccess() ? row.lastTokenUs() : RequestRow.NONE);
    double mean = streaming.mean(middle.fromUs(), middle.toUs());
    double due =
        run.requests()
            .overlap(RequestRow::scheduledUs, RequestRow::endUs)
            .mean(middle.fromUs(), middle.toUs());
    return new StreamingPlateau(streaming.peak(), mean, due - mean);
  }

  private boolean isPinned() {
    return peak > 0 && mean >= PINNED * peak && waiting > OTHERS_WAITING * mean;
  }

  Numbers numbers() {
    return Numbers.of("streaming_peak", peak)
        .and("streaming_mean", mean)
        .and("waiting_mean", waiting);
  }
}
