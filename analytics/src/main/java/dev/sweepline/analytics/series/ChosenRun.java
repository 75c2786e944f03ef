package dev.sweepline.analytics.series;

import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run that is shown over its time. */
record ChosenRun(RunRow row) {
  /** A page with more would be too large to send around. */
  static final int MOST = 24;

  private static final Map<String, Integer> RANK = Map.of("valid", 0, "suspect", 1);

  /** The most trusted runs, among equals those with the highest value. */
  static List<ChosenRun> of(RunsTable runs, String metric) {
    return runs.rows().stream()
        .sorted(
            Comparator.<RunRow>comparingInt(row -> RANK.getOrDefault(verdict(row), RANK.size()))
                .thenComparing(
                    row -> row.number(metric),
                    Comparator.nullsLast(Comparator.<Double>reverseOrder())))
        .limit(MOST)
        .map(ChosenRun::new)
        .toList();
  }

  String uid() {
    return String.valueOf(row.text(RunsTable.RUN_UID));
  }

  RunSeries series(
      String basis,
      List<Double> seconds,
      List<@Nullable Double> inFlight,
      List<@Nullable Double> running,
      List<@Nullable Double> waiting,
      List<@Nullable Double> tokensPerS) {
    return new RunSeries(
        uid(),
        row.text(RunsTable.EXP_ID) + " " + row.text(RunsTable.RUN),
        verdict(row),
        basis,
        seconds,
        inFlight,
        running,
        waiting,
        tokensPerS);
  }

  private static String verdict(RunRow row) {
    return String.valueOf(row.text(RunsTable.VERDICT));
  }
}
