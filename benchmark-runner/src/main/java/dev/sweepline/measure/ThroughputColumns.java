package dev.sweepline.measure;

import dev.sweepline.measure.Metric.Direction;
import dev.sweepline.measure.requests.Count;
import dev.sweepline.measure.verdict.Family;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** How much was served. */
final class ThroughputColumns {
  private static final Set<Family> FAMILY = Set.of(Family.THROUGHPUT);

  private static final List<MetricColumn> WHOLE_SERVER =
      List.of(
          rate(
              "throughput_tokens_per_sec",
              "output tokens of successful measured requests ÷ `total_time`",
              figures -> figures.perSecond(figures.count(Count.TOKENS))),
          rate(
              "throughput_requests_per_sec",
              "successful measured requests ÷ `total_time`",
              figures -> figures.perSecond(figures.count(Count.SUCCESSES))),
          rate(
              "steady_tokens_per_sec",
              """
              tokens received, of requests of every phase and outcome, from the first measured due \
              time to the last measured dispatch (sent, else due) ÷ the length of that window: both \
              edges are floored to whole ms, a token event counts when its time floored to whole ms \
              is at or after the first and before the second. Event j of n (from 1) brings \
              floor(j·t/n) − floor((j−1)·t/n) of the t output tokens of a success; with \
              `gap_tokens` it brings those, the first event what is left of t (at least 0); an event \
              of a failed request is one token. Null when the window is shorter than \
              5 × `e2e_latency_p50`, when nothing succeeded, or when the events' times of some \
              request are unknown""",
              Figures::steadyTokensPerSecond));

  static final List<MetricColumn> ALL =
      Stream.concat(WHOLE_SERVER.stream(), WHOLE_SERVER.stream().map(ThroughputColumns::perGpu))
          .toList();

  private ThroughputColumns() {}

  private static MetricColumn rate(
      String name, String definition, ToDoubleFunction<Figures> value) {
    return MetricColumn.rate(name, FAMILY, Direction.HIGHER, definition, value);
  }

  private static MetricColumn perGpu(MetricColumn whole) {
    return rate(
        whole.name() + "_per_gpu",
        "`%s` ÷ (nodes × GPUs per node)".formatted(whole.name()),
        figures ->
            whole.formula().of(figures) instanceof Double value
                ? value / figures.gpus()
                : Double.NaN);
  }
}
