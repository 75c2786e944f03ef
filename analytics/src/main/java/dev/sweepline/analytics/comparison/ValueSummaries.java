package dev.sweepline.analytics.comparison;

import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.jspecify.annotations.Nullable;

/**
 * Sums up the runs of each value at each place.
 *
 * @param metric its column
 * @param group the table that a run belongs to
 * @param value of the compared parameter
 * @param load the load point's name, as effects have it
 */
record ValueSummaries(
    String metric,
    Function<RunRow, String> group,
    Function<RunRow, String> value,
    Function<RunRow, String> load) {
  private record Place(String load, String value) {}

  List<ValueSummary> of(List<RunRow> all, List<RunRow> usable, List<Effect> effects) {
    Set<RunRow> takePart = Collections.newSetFromMap(new IdentityHashMap<>());
    takePart.addAll(usable);
    Map<Place, Effect> byPlace = new HashMap<>();
    effects.forEach(effect -> byPlace.put(new Place(effect.load(), effect.value()), effect));
    Map<String, Map<String, List<RunRow>>> groups = new TreeMap<>(NaturalOrder.OF_TEXTS);
    for (RunRow row : all) {
      groups
          .computeIfAbsent(group.apply(row), any -> new TreeMap<>(NaturalOrder.OF_TEXTS))
          .computeIfAbsent(value.apply(row), any -> new ArrayList<>())
          .add(row);
    }
    List<ValueSummary> summaries = new ArrayList<>();
    groups.forEach(
        (name, values) ->
            values.forEach(
                (text, rows) ->
                    summaries.add(
                        summary(
                            name,
                            text,
                            rows,
                            rows.stream().filter(takePart::contains).toList(),
                            byPlace.get(new Place(load.apply(rows.get(0)), text))))));
    return summaries;
  }

  private ValueSummary summary(
      String name, String text, List<RunRow> rows, List<RunRow> part, @Nullable Effect effect) {
    SummaryStatistics statistics = new SummaryStatistics();
    TreeSet<String> experiments = new TreeSet<>();
    for (RunRow row : part) {
      Stream.ofNullable(row.number(metric)).forEach(statistics::addValue);
      experiments.add(String.valueOf(row.text(RunsTable.EXP_ID)));
    }
    return new ValueSummary(
        name,
        text,
        part.size(),
        experiments.size(),
        rows.size() - part.size(),
        part.isEmpty() ? null : (Double) statistics.getMean(),
        part.size() < 2 ? null : (Double) statistics.getStandardDeviation(),
        mean(part, "prom_prefix_hit_rate"),
        effect);
  }

  private static @Nullable Double mean(List<RunRow> rows, String column) {
    SummaryStatistics statistics = new SummaryStatistics();
    rows.forEach(row -> Stream.ofNullable(row.number(column)).forEach(statistics::addValue));
    return statistics.getN() == 0 ? null : (Double) statistics.getMean();
  }
}
