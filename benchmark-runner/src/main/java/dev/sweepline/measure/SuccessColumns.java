package dev.sweepline.measure;

import dev.sweepline.measure.Metric.Direction;
import dev.sweepline.measure.verdict.Family;
import java.util.List;
import java.util.Set;

/** How many requests ended well, and well enough. */
final class SuccessColumns {
  /** Goodput judges single latencies and counts over time, so it falls with any of them. */
  private static final Set<Family> GOODPUT =
      Set.of(Family.TTFT, Family.TPOT, Family.E2E, Family.THROUGHPUT);

  private static final Set<Family> ATTAINMENT = Set.of(Family.TTFT, Family.TPOT, Family.E2E);

  static final List<MetricColumn> ALL =
      List.of(
          MetricColumn.share(
              "success_rate",
              Set.of(),
              Direction.HIGHER,
              "successes ÷ attempted measured requests",
              figures -> figures.tally().successRate()),
          MetricColumn.rate(
              "goodput_requests_per_sec",
              GOODPUT,
              Direction.HIGHER,
              "successful measured requests that meet every objective (by default ttft 2000 ms,"
                  + " tpot 100 ms; one that does not apply is met) ÷ `total_time`",
              figures -> figures.perSecond(figures.good())),
          MetricColumn.share(
              "slo_attainment",
              ATTAINMENT,
              Direction.HIGHER,
              "the same requests ÷ attempted measured requests",
              figures -> (double) figures.good() / figures.tally().attempted()));

  private SuccessColumns() {}
}
