package dev.sweepline.analytics.page;

import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.contract.RunSummary.Reason;
import dev.sweepline.measure.verdict.Guide;
import dev.sweepline.measure.verdict.Verdicts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A reason of verdicts.
 *
 * @param code of its rule
 * @param runs that have it
 * @param why it matters
 * @param advice what to do
 */
record PageReason(String code, long runs, String why, String advice) {
  static List<PageReason> of(RunsTable table) {
    Map<String, Long> counts =
        table.rows().stream()
            .flatMap(row -> row.reasons().stream())
            .collect(Collectors.groupingBy(Reason::code, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(
            entry ->
                new PageReason(
                    entry.getKey(),
                    entry.getValue(),
                    Verdicts.guide(entry.getKey()).map(Guide::why).orElse(""),
                    Verdicts.guide(entry.getKey()).map(Guide::advice).orElse("")))
        .sorted(Comparator.comparingLong(PageReason::runs).reversed())
        .toList();
  }
}
