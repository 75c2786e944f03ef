package dev.sweepline.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All metrics, group by group, in the order of the files. */
final class Catalogue {
  static final List<Group> GROUPS =
      List.of(
          new Group("Latencies", LatencyColumns.ALL),
          new Group("Throughput", ThroughputColumns.ALL),
          new Group("Success", SuccessColumns.ALL),
          new Group("Load", LoadColumns.ALL),
          new Group("Server", ServerColumns.ALL),
          new Group("Client", ClientColumns.ALL),
          new Group("Counts", CountColumns.ALL),
          new Group("What the figures rest on", BasisColumns.ALL));

  static final List<MetricColumn> COLUMNS =
      GROUPS.stream().map(Group::columns).flatMap(List::stream).toList();

  private Catalogue() {}

  /** Columns under one heading. */
  record Group(String title, List<MetricColumn> columns) {}

  /** Every column's value in a run, in order. */
  static Map<String, @Nullable Object> values(Figures figures) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (MetricColumn column : COLUMNS) {
      values.put(column.name(), column.formula().of(figures));
    }
    return Collections.unmodifiableMap(values);
  }
}
