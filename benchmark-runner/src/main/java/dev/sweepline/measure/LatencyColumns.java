package dev.sweepline.measure;

import dev.sweepline.measure.requests.Latency;
import dev.sweepline.measure.stats.Spread;
import dev.sweepline.measure.stats.Statistic;
import dev.sweepline.measure.verdict.Family;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The latencies, each by all statistics. */
final class LatencyColumns {
  private static final double US_PER_MS = 1000;

  static final List<MetricColumn> ALL =
      Stream.of(
              columns(
                  "ttft",
                  Family.TTFT,
                  "first token − due time, of successful measured requests; null where answers are"
                      + " not streamed",
                  figures -> figures.spread(Latency.TTFT)),
              columns(
                  "service_ttft",
                  Family.TTFT,
                  "first token − sent, of the same (what other tools call TTFT); null where the send"
                      + " time was not recorded",
                  figures -> figures.spread(Latency.SERVICE_TTFT)),
              columns(
                  "e2e_latency",
                  Family.E2E,
                  "last token − due time, of successful measured requests",
                  figures -> figures.spread(Latency.E2E)),
              columns(
                  "service_e2e_latency",
                  Family.E2E,
                  "last token − sent, of the same; null where the send time was not recorded",
                  figures -> figures.spread(Latency.SERVICE_E2E)),
              columns(
                  "itl",
                  Family.ITL,
                  "all gaps between token events of all successful measured requests pooled; where"
                      + " the server tells tokens per event, a gap g before k tokens counts as k"
                      + " values g/k",
                  Figures::gaps),
              columns(
                  "tpot",
                  Family.TPOT,
                  "(last token − first token)/(output tokens − 1), of successful measured requests"
                      + " with more than one token; null where answers are not streamed",
                  figures -> figures.spread(Latency.TPOT)))
          .flatMap(Function.identity())
          .toList();

  private LatencyColumns() {}

  private static Stream<MetricColumn> columns(
      String name, Family family, String definition, Function<Figures, Spread> spread) {
    return Arrays.stream(Statistic.values())
        .map(statistic -> column(name, family, definition, spread, statistic));
  }

  private static MetricColumn column(
      String name,
      Family family,
      String definition,
      Function<Figures, Spread> spread,
      Statistic statistic) {
    MetricColumn column =
        MetricColumn.time(
            name + "_" + statistic.suffix(),
            Set.of(family),
            statistic.phrase() + " of " + definition,
            figures -> spread.apply(figures).figure(statistic) / US_PER_MS);
    Double fraction = statistic.fraction();
    return fraction == null
        ? column
        : column.percentile(fraction, figures -> spread.apply(figures).size());
  }
}
