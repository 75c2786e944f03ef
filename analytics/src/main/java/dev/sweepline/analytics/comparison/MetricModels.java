package dev.sweepline.analytics.comparison;

import dev.sweepline.analytics.table.RunRow;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One metric over all load points: the model of each.
 *
 * @param metric that is compared
 * @param parameters columns whose values make a cell, in the cells' order
 * @param starts the values behind it
 * @param blocked with block effects where the starts can tell them
 * @param plain without
 */
record MetricModels(
    ComparedMetric metric,
    List<String> parameters,
    StartValues starts,
    SortedMap<LoadPoint, StartModel> blocked,
    SortedMap<LoadPoint, StartModel> plain) {
  /**
   * @param runs that can be used for the metric
   */
  static MetricModels of(List<RunRow> runs, List<String> parameters, ComparedMetric metric) {
    StartValues starts = StartValues.of(runs, parameters, metric);
    SortedMap<LoadPoint, StartModel> blocked = new TreeMap<>();
    SortedMap<LoadPoint, StartModel> plain = new TreeMap<>();
    for (LoadPoint load : starts.byLoad().keySet()) {
      List<Start> values = starts.starts(load);
      blocked.put(load, StartModel.of(values, starts.scale()));
      plain.put(load, StartModel.plain(values, starts.scale()));
    }
    return new MetricModels(
        metric,
        List.copyOf(parameters),
        starts,
        Collections.unmodifiableSortedMap(blocked),
        Collections.unmodifiableSortedMap(plain));
  }

  Scale scale() {
    return starts.scale();
  }
}
