package dev.sweepline.analytics.comparison;

import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One value a server start and load point: runs inside a start are averaged first.
 *
 * @param scale logs, or differences where a value is not positive
 * @param byLoad the starts of each load point
 */
record StartValues(Scale scale, Map<String, List<Start>> byLoad) {
  /** Stands for a key that a configuration does not state. */
  static final String NOT_STATED = "-";

  /** Foreign runs do not say which start they belong to; each is its own, outside any block. */
  private static final String NO_BLOCK = "";

  private record Key(String load, Cell cell, String start, String block) {}

  /**
   * @param parameters columns whose values make a cell
   */
  static StartValues of(List<RunRow> runs, List<String> parameters, ComparedMetric metric) {
    Scale scale = scale(runs, metric);
    Map<Key, List<Double>> groups = new LinkedHashMap<>();
    for (RunRow run : runs) {
      Double value = run.number(metric.name());
      if (value != null) {
        groups
            .computeIfAbsent(key(run, parameters), any -> new ArrayList<>())
            .add(scale.work(value));
      }
    }
    Map<String, List<Start>> byLoad = new TreeMap<>(NaturalOrder.OF_TEXTS);
    groups.forEach(
        (key, values) ->
            byLoad
                .computeIfAbsent(key.load(), any -> new ArrayList<>())
                .add(new Start(key.cell(), key.block(), mean(values))));
    return new StartValues(scale, byLoad);
  }

  private static Scale scale(List<RunRow> runs, ComparedMetric metric) {
    boolean positive =
        runs.stream()
            .map(run -> run.number(metric.name()))
            .allMatch(value -> value == null || value > 0);
    return positive ? metric.scale() : Scale.DIFFERENCE;
  }

  private static Key key(RunRow run, List<String> parameters) {
    Cell cell = new Cell(parameters.stream().map(column -> valueOf(run, column)).toList());
    String repeat = run.text(RunsTable.REPEAT);
    return new Key(
        loadOf(run),
        cell,
        repeat == null ? run.text(RunsTable.RUN_UID) + "" : run.text(RunsTable.EXP_ID) + repeat,
        repeat == null ? NO_BLOCK : repeat);
  }

  /** A configuration value as a text. */
  static String valueOf(RunRow run, String column) {
    String value = run.text(column);
    return value == null ? NOT_STATED : value;
  }

  /** The load point of a run: the load, on its dataset. */
  static String loadOf(RunRow run) {
    String dataset = run.text(RunsTable.DATASET_NAME);
    return run.text(RunsTable.LOAD) + (dataset == null ? "" : " on " + dataset);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
