package dev.sweepline.measure;

import dev.sweepline.measure.Metric.Direction;
import dev.sweepline.measure.Metric.Scale;
import dev.sweepline.measure.requests.Count;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Plain counts of the measured requests. */
final class CountColumns {
  private static final int TIME_DECIMALS = 3;

  static final List<MetricColumn> ALL =
      List.of(
          count(
              "num_requests",
              Direction.NONE,
              "attempted measured requests",
              figures -> figures.tally().attempted()),
          count(
              "successful_requests",
              Direction.HIGHER,
              "those that ended with status 200, at least one token, a finish reason and a proper"
                  + " end of the stream",
              figures -> figures.count(Count.SUCCESSES)),
          count(
              "failed_requests",
              Direction.LOWER,
              "all others",
              figures -> figures.tally().attempted() - figures.count(Count.SUCCESSES)),
          count(
              "total_tokens_generated",
              Direction.NONE,
              "output tokens of the successes",
              figures -> figures.count(Count.TOKENS)),
          MetricColumn.number(
              "total_time",
              "s",
              Set.of(),
              Direction.NONE,
              Scale.RATIO,
              TIME_DECIMALS,
              "first due time to last end of attempted measured requests; of a foreign file the"
                  + " stated duration",
              Figures::totalTime));

  private CountColumns() {}

  private static MetricColumn count(
      String name, Direction direction, String definition, ToDoubleFunction<Figures> value) {
    return MetricColumn.count(name, Set.of(), direction, 0, definition, value);
  }
}
