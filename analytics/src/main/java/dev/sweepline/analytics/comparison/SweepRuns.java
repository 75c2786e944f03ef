package dev.sweepline.analytics.comparison;

import dev.sweepline.analytics.table.RunColumn;
import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.measure.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a sweep with all metrics that they can be compared by.
 *
 * @param rows one a run
 * @param configColumns columns of configuration keys
 * @param defined metrics of the user's own, beside those of every run
 */
public record SweepRuns(List<RunRow> rows, List<String> configColumns, List<Metric> defined) {
  public SweepRuns {
    rows = List.copyOf(rows);
    configColumns = List.copyOf(configColumns);
    defined = List.copyOf(defined);
  }

  /** The runs of a table. */
  public static SweepRuns of(RunsTable table) {
    return new SweepRuns(table.rows(), table.names(RunColumn.Group.CONFIG), List.of());
  }

  /**
   * The same runs with one more metric.
   *
   * @param values of each row, in their order; null where it has none
   */
  public SweepRuns with(Metric metric, List<? extends @Nullable Double> values) {
    List<RunRow> wider = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>(rows.get(i).values());
      row.put(metric.name(), values.get(i));
      wider.add(new RunRow(row));
    }
    return new SweepRuns(
        wider, configColumns, Stream.concat(defined.stream(), Stream.of(metric)).toList());
  }

  /** The columns that runs can be compared by. */
  public List<String> metrics() {
    return all().map(Metric::name).filter(name -> find(name).isPresent()).toList();
  }

  /** All columns that hold numbers to measure by, whether one value of them is better or not. */
  public List<String> numbers() {
    return all().filter(Metric::isNumber).map(Metric::name).toList();
  }

  private Stream<Metric> all() {
    return Stream.concat(Metric.ALL.stream(), defined.stream());
  }

  Optional<ComparedMetric> find(String name) {
    return all()
        .filter(metric -> metric.name().equals(name))
        .filter(metric -> metric.isNumber() && metric.direction() != Metric.Direction.NONE)
        .findFirst()
        .map(ComparedMetric::of);
  }

  ComparedMetric metric(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException(name + ": no metric to compare by"));
  }

  /**
   * Whether more of a metric is better.
   *
   * @throws IllegalArgumentException when runs cannot be compared by it
   */
  public boolean higherIsBetter(String metric) {
    return metric(metric).higherIsBetter();
  }

  /** A metric, better in the given direction. */
  ComparedMetric metric(String name, ParetoSet.Better better) {
    return all()
        .filter(metric -> metric.name().equals(name) && metric.isNumber())
        .findFirst()
        .map(
            metric ->
                ComparedMetric.of(
                    new Metric(
                        metric.name(),
                        metric.unit(),
                        metric.families(),
                        better == ParetoSet.Better.HIGHER
                            ? Metric.Direction.HIGHER
                            : Metric.Direction.LOWER,
                        metric.scale(),
                        metric.decimals(),
                        metric.definition())))
        .orElseThrow(() -> new IllegalArgumentException(name + ": no metric to compare by"));
  }

  /** The configuration columns that vary among the runs that can be used for anything. */
  List<String> varying() {
    List<RunRow> usable =
        rows.stream()
            .filter(MetricValues::isUsable)
            .filter(row -> row.text(RunsTable.CONFIG_BASIS) != null)
            .toList();
    return configColumns.stream()
        .filter(
            column ->
                usable.stream().map(row -> StartValues.valueOf(row, column)).distinct().count() > 1)
        .toList();
  }
}
