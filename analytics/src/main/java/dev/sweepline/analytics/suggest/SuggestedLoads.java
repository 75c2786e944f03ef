package dev.sweepline.analytics.suggest;

import dev.sweepline.analytics.table.RunRow;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The loads that were run.
 *
 * @param rates requests a second
 * @param concurrency requests in flight
 * @param requests of the largest run; null when none is known
 */
public record SuggestedLoads(
    List<Double> rates, List<Double> concurrency, @Nullable Double requests) {
  static SuggestedLoads of(Collection<RunRow> runs) {
    TreeSet<Double> requests = distinct(runs, "load_requests");
    return new SuggestedLoads(
        List.copyOf(distinct(runs, "load_rate")),
        List.copyOf(distinct(runs, "load_concurrency")),
        requests.isEmpty() ? null : requests.last());
  }

  private static TreeSet<Double> distinct(Collection<RunRow> runs, String column) {
    TreeSet<Double> values = new TreeSet<>();
    runs.stream().map(row -> row.number(column)).filter(Objects::nonNull).forEach(values::add);
    return values;
  }

  int count() {
    return Math.max(1, rates.size() + concurrency.size());
  }
}
