package dev.sweepline.measure;

import dev.sweepline.measure.Metric.Direction;
import dev.sweepline.measure.requests.Count;
import dev.sweepline.measure.verdict.Family;
import java.util.List;
import java.util.Set;

/** What load the server was under. */
final class LoadColumns {
  static final List<MetricColumn> ALL =
      List.of(
          MetricColumn.rate(
              "offered_rate",
              Set.of(),
              Direction.NONE,
              "requests per second asked for; null in a closed loop and for rate inf",
              Figures::offeredRate),
          MetricColumn.rate(
              "achieved_rate",
              Set.of(),
              Direction.NONE,
              "(n − 1) ÷ (last − first send time) of the n measured requests that were sent",
              Figures::achievedRate),
          MetricColumn.rate(
              "served_rate",
              Set.of(Family.THROUGHPUT),
              Direction.HIGHER,
              "attempted measured requests that ended, well or not, without those that the client"
                  + " gave up ÷ `total_time`",
              figures ->
                  figures.perSecond(figures.tally().attempted() - figures.count(Count.CANCELLED))),
          MetricColumn.count(
              "in_flight_max",
              Set.of(),
              Direction.NONE,
              0,
              "most measured requests between sending (else due time) and end at once; exact",
              Figures::inFlightMax),
          MetricColumn.count(
              "in_flight_mean",
              Set.of(),
              Direction.NONE,
              2,
              "mean of the same over `total_time`",
              Figures::inFlightMean));

  private LoadColumns() {}
}
