package dev.sweepline.analytics.experiment;

import dev.sweepline.analytics.comparison.MetricValues;
import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import java.util.List;
import java.util.Objects;

/** The runs of one experiment. */
record ExperimentRuns(List<RunRow> rows) {
  /** The runs that count and ended as they should. */
  List<RunRow> finished() {
    return counting().stream().filter(RunRow::isFinished).toList();
  }

  /** Those of them that are good for something. */
  List<RunRow> usable() {
    return finished().stream().filter(MetricValues::isUsable).toList();
  }

  /** The last attempt of each load point and start. */
  List<RunRow> counting() {
    return rows.stream().filter(row -> !row.isSuperseded()).toList();
  }

  /** Ids of the others. */
  List<String> superseded() {
    return rows.stream()
        .filter(RunRow::isSuperseded)
        .map(row -> row.text(RunsTable.RUN_UID))
        .filter(Objects::nonNull)
        .sorted()
        .toList();
  }
}
