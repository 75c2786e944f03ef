package dev.sweepline.analytics.comparison;

import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of each server start at each load point: runs inside a start are averaged first.
 *
 * @param scale logs, or differences where a value is not positive
 * @param byLoad the runs of each start, on the working scale
 */
record StartValues(Scale scale, SortedMap<LoadPoint, Map<StartId, List<Double>>> byLoad) {
  /** Stands for a key that a configuration does not state. */
  static final String NOT_STATED = "-";

  /** Foreign runs do not say which start they belong to; each is its own, outside any block. */
  private static final String NO_BLOCK = "";

  /**
   * @param parameters columns whose values make a cell
   */
  static StartValues of(List<RunRow> runs, List<String> parameters, ComparedMetric metric) {
    Scale scale = scale(runs, metric);
    SortedMap<LoadPoint, Map<StartId, List<Double>>> byLoad = new TreeMap<>();
    for (RunRow run : runs) {
      Double value = run.number(metric.name());
      if (value != null) {
        byLoad
            .computeIfAbsent(LoadPoint.of(run), any -> new LinkedHashMap<>())
            .computeIfAbsent(start(run, parameters), any -> new ArrayList<>())
            .add(scale.work(value));
      }
    }
    return new StartValues(scale, byLoad);
  }

  private static Scale scale(List<RunRow> runs, ComparedMetric metric) {
    boolean positive =
        runs.stream()
            .map(run -> run.number(metric.name()))
            .allMatch(value -> value == null || value > 0);
    return positive ? metric.scale() : Scale.DIFFERENCE;
  }

  private static StartId start(RunRow run, List<String> parameters) {
    Cell cell = new Cell(parameters.stream().map(column -> valueOf(run, column)).toList());
    String repeat = run.text(RunsTable.REPEAT);
    return repeat == null
        ? new StartId(cell, String.valueOf(run.text(RunsTable.RUN_UID)), NO_BLOCK)
        : new StartId(cell, run.text(RunsTable.EXP_ID) + "/" + repeat, repeat);
  }

  /** A configuration value as a text. */
  static String valueOf(RunRow run, String column) {
    String value = run.text(column);
    return value == null ? NOT_STATED : value;
  }

  /** One value a start. */
  List<Start> starts(LoadPoint load) {
    return byLoad.getOrDefault(load, Map.of()).entrySet().stream()
        .map(
            entry ->
                new Start(entry.getKey().cell(), entry.getKey().block(), mean(entry.getValue())))
        .toList();
  }

  static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
