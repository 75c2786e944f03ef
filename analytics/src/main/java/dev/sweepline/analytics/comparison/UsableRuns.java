package dev.sweepline.analytics.comparison;

import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.measure.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The runs whose metric can be used, and why the others cannot.
 *
 * @param rows that take part
 * @param leftOut runs that do not, by reason
 */
public record UsableRuns(List<RunRow> rows, Map<String, Integer> leftOut) {
  static final String INVALID = "invalid";
  private static final String SUPERSEDED = "superseded by a later attempt";

  private static final String STEADY = "steady_";
  private static final String TOO_SHORT =
      ": its window is shorter than five median answers; send more requests, or compare by"
          + " throughput_tokens_per_sec";

  /** The runs that can be compared by a metric; one that is not known has no value in any run. */
  public static UsableRuns of(List<RunRow> all, String metric) {
    return of(all, ComparedMetric.of(Metric.named(metric).orElseGet(() -> unknown(metric))));
  }

  private static Metric unknown(String name) {
    return new Metric(name, "", Set.of(), Metric.Direction.HIGHER, Metric.Scale.RATIO, 0, "");
  }

  static UsableRuns of(List<RunRow> all, ComparedMetric metric) {
    List<RunRow> rows = new ArrayList<>();
    Map<String, Integer> leftOut = new TreeMap<>();
    for (RunRow row : all) {
      String reason = reasonAgainst(row, metric);
      if (reason == null) {
        rows.add(row);
      } else {
        leftOut.merge(reason, 1, Integer::sum);
      }
    }
    return new UsableRuns(rows, leftOut);
  }

  private static @Nullable String reasonAgainst(RunRow row, ComparedMetric metric) {
    if (row.isSuperseded()) {
      return SUPERSEDED;
    }
    boolean usable = MetricValues.isUsable(row, metric);
    if (!usable) {
      return String.join(" + ", row.list(RunsTable.VERDICT_REASONS));
    }
    if (row.number(metric.name()) == null) {
      return "no " + metric.name() + (metric.name().startsWith(STEADY) ? TOO_SHORT : "");
    }
    return row.text(RunsTable.CONFIG_BASIS) == null ? "configuration unknown" : null;
  }
}
