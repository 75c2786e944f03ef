package dev.sweepline.analytics.comparison;

import dev.sweepline.analytics.table.RunColumn;
import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.measure.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.jspecify.annotations.Nullable;

/**
 * What one parameter of the server does to one metric, over all load points.
 *
 * @param parameter its column
 * @param metric its column
 * @param higherIsBetter which way the metric is better
 * @param ratios whether effects are ratios, else differences
 * @param reference the value that the others are held against; null when no run states one
 * @param values every value at every load point, in natural order
 * @param usable runs that take part
 * @param leftOut runs that do not, by reason
 */
public record ParameterComparison(
    String parameter,
    String metric,
    boolean higherIsBetter,
    boolean ratios,
    @Nullable String reference,
    List<ValueSummary> values,
    int usable,
    Map<String, Integer> leftOut) {
  /**
   * Compares.
   *
   * @param parameter column of a configuration key
   * @param metric a metric's column
   * @param reference null for the value with the most runs, the first of them in natural order
   */
  public static ParameterComparison of(
      RunsTable runs, String parameter, String metric, @Nullable String reference) {
    ComparedMetric compared = ComparedMetric.of(metric);
    UsableRuns usable = UsableRuns.of(runs.rows(), compared);
    List<String> parameters = cellColumns(runs, usable.rows(), parameter);
    StartValues starts = StartValues.of(usable.rows(), parameters, compared);
    List<RunRow> stating = usable.rows().isEmpty() ? withConfig(runs) : usable.rows();
    String against = reference == null ? mostUsed(stating, parameter) : reference;
    List<Effect> effects =
        against == null
            ? List.of()
            : Family.of(starts, parameters, parameters.indexOf(parameter), against)
                .judged(compared, Levels.DEFAULT);
    return new ParameterComparison(
        parameter,
        metric,
        compared.higherIsBetter(),
        starts.scale() == Scale.LOG,
        against,
        summaries(withConfig(runs), usable.rows(), parameter, metric, effects),
        usable.rows().size(),
        usable.leftOut());
  }

  /** The columns that runs can be compared by. */
  public static List<String> metrics() {
    return Metric.ALL.stream()
        .map(Metric::name)
        .filter(name -> ComparedMetric.find(name).isPresent())
        .toList();
  }

  /** Every configuration column that varies among the runs, and the parameter itself. */
  private static List<String> cellColumns(RunsTable runs, List<RunRow> rows, String parameter) {
    return runs.names(RunColumn.Group.CONFIG).stream()
        .filter(
            column ->
                column.equals(parameter)
                    || rows.stream().map(row -> StartValues.valueOf(row, column)).distinct().count()
                        > 1)
        .toList();
  }

  private static List<RunRow> withConfig(RunsTable runs) {
    return runs.rows().stream().filter(row -> row.text(RunsTable.CONFIG_BASIS) != null).toList();
  }

  private static @Nullable String mostUsed(List<RunRow> rows, String parameter) {
    Map<String, Long> counts =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> StartValues.valueOf(row, parameter),
                    () -> new TreeMap<>(NaturalOrder.OF_TEXTS.reversed()),
                    Collectors.counting()));
    return counts.entrySet().stream()
        .max(Comparator.comparingLong(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .map(
            first ->
                counts.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(counts.get(first)))
                    .map(Map.Entry::getKey)
                    .min(NaturalOrder.OF_TEXTS)
                    .orElse(first))
        .orElse(null);
  }

  private static List<ValueSummary> summaries(
      List<RunRow> all,
      List<RunRow> usable,
      String parameter,
      String metric,
      List<Effect> effects) {
    Map<String, Map<String, List<RunRow>>> byPlace = new TreeMap<>(NaturalOrder.OF_TEXTS);
    for (RunRow row : all) {
      byPlace
          .computeIfAbsent(StartValues.loadOf(row), any -> new TreeMap<>(NaturalOrder.OF_TEXTS))
          .computeIfAbsent(StartValues.valueOf(row, parameter), any -> new ArrayList<>())
          .add(row);
    }
    return byPlace.entrySet().stream()
        .flatMap(
            load ->
                load.getValue().entrySet().stream()
                    .map(
                        value ->
                            summary(
                                load.getKey(),
                                value.getKey(),
                                value.getValue(),
                                usable,
                                metric,
                                effects)))
        .toList();
  }

  private static ValueSummary summary(
      String load,
      String value,
      List<RunRow> all,
      List<RunRow> usable,
      String metric,
      List<Effect> effects) {
    List<RunRow> part = all.stream().filter(usable::contains).toList();
    SummaryStatistics statistics = new SummaryStatistics();
    TreeSet<String> experiments = new TreeSet<>();
    for (RunRow row : part) {
      Stream.ofNullable(row.number(metric)).forEach(statistics::addValue);
      experiments.add(String.valueOf(row.text(RunsTable.EXP_ID)));
    }
    return new ValueSummary(
        load,
        value,
        part.size(),
        experiments.size(),
        all.size() - part.size(),
        part.isEmpty() ? null : (Double) statistics.getMean(),
        part.size() < 2 ? null : (Double) statistics.getStandardDeviation(),
        effects.stream()
            .filter(effect -> effect.load().equals(load) && effect.value().equals(value))
            .findFirst()
            .orElse(null));
  }
}
