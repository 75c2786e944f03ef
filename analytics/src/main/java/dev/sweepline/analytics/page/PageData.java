package dev.sweepline.analytics.page;

import dev.sweepline.analytics.advice.Advice;
import dev.sweepline.analytics.report.Answer;
import dev.sweepline.analytics.report.ReportFacts;
import dev.sweepline.analytics.series.RunSeries;
import dev.sweepline.analytics.table.RunColumn.Group;
import dev.sweepline.analytics.table.RunsTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the page is made from.
 *
 * @param answer what is best, or why nothing can be said
 * @param columns of the runs
 * @param units of the metrics among them
 * @param varying configuration columns with more than one value
 * @param runs at most {@value #MOST_RUNS}, in the table's order
 * @param total how many there are
 * @param verdicts runs by state
 * @param reasons what speaks against runs, the most frequent first
 * @param comparisons that were made
 * @param series runs over their time
 * @param advice of all rules
 */
record PageData(
    Answer answer,
    List<PageColumn> columns,
    Map<String, String> units,
    List<String> varying,
    List<PageRun> runs,
    int total,
    Map<String, Long> verdicts,
    List<PageReason> reasons,
    List<PageComparison> comparisons,
    List<RunSeries> series,
    List<Advice> advice) {
  static final int MOST_RUNS = 3000;

  private static final List<String> STATES = List.of("valid", "suspect", "invalid");

  static PageData of(ReportFacts facts) {
    RunsTable table = facts.table();
    List<PageColumn> columns = PageColumn.of(table);
    return new PageData(
        facts.answer(),
        columns,
        columns.stream()
            .filter(column -> column.unit() != null)
            .collect(
                Collectors.toMap(
                    PageColumn::name,
                    column -> String.valueOf(column.unit()),
                    (one, other) -> one,
                    TreeMap::new)),
        columns.stream()
            .filter(column -> column.group() == Group.CONFIG)
            .map(PageColumn::name)
            .toList(),
        table.rows().stream().limit(MOST_RUNS).map(row -> PageRun.of(row, columns)).toList(),
        table.rows().size(),
        states(table),
        PageReason.of(table),
        facts.comparisons().stream().map(PageComparison::of).toList(),
        facts.series(),
        facts.advice());
  }

  private static Map<String, Long> states(RunsTable table) {
    return STATES.stream()
        .collect(
            Collectors.toMap(
                state -> state,
                state ->
                    table.rows().stream()
                        .filter(row -> state.equals(row.text(RunsTable.VERDICT)))
                        .count(),
                (one, other) -> one,
                TreeMap::new));
  }
}
