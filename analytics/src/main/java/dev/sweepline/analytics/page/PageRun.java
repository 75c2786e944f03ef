package dev.sweepline.analytics.page;

import dev.sweepline.analytics.table.PlainNumber;
import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.measure.Metric;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run in the page.
 *
 * @param values in the order of the columns
 * @param voided columns whose value may not be used
 */
record PageRun(List<@Nullable Object> values, List<String> voided) {
  private static final String INVALID = "invalid";

  static PageRun of(RunRow row, List<PageColumn> columns) {
    List<@Nullable Object> values = new ArrayList<>();
    List<String> voided = new ArrayList<>();
    boolean invalid = INVALID.equals(row.text(RunsTable.VERDICT));
    List<String> voids = row.list(RunsTable.VOIDED);
    for (PageColumn column : columns) {
      values.add(json(row.values().get(column.name())));
      if (Metric.named(column.name())
          .filter(metric -> metric.isVoidedBy(voids) || (invalid && !metric.families().isEmpty()))
          .isPresent()) {
        voided.add(column.name());
      }
    }
    return new PageRun(values, voided);
  }

  /** JSON has no infinite number: a rate without a limit is the text {@code inf}. */
  private static @Nullable Object json(@Nullable Object value) {
    return value instanceof Double number && !Double.isFinite(number)
        ? PlainNumber.format(number)
        : value;
  }
}
