package dev.sweepline.analytics.advice;

import dev.sweepline.analytics.table.RunRow;
import dev.sweepline.analytics.table.RunsTable;
import dev.sweepline.measure.Metric;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A run as a rule may see it: a value that its verdict voids is unknown. */
record SeenRun(RunRow row) {
  private static final String INVALID = "invalid";

  /** A metric's value; null when unknown or voided. */
  @Nullable Double metric(String name) {
    List<String> voided = row.list(RunsTable.VOIDED);
    boolean usable =
        !INVALID.equals(row.text(RunsTable.VERDICT))
            && Metric.named(name).filter(metric -> !metric.isVoidedBy(voided)).isPresent();
    return usable ? row.number(name) : null;
  }

  /** A setting's value; null when it is not stated or no number. */
  @Nullable Double setting(String key) {
    return row.number(RunsTable.configColumn(key));
  }

  /** Whether a metric is known and large enough. */
  boolean reaches(String metric, double least) {
    Double value = metric(metric);
    return value != null && value >= least;
  }

  /** Whether a metric is known and below a limit. */
  boolean isBelow(String metric, double limit) {
    Double value = metric(metric);
    return value != null && value < limit;
  }

  String label() {
    return row.text(RunsTable.EXP_ID) + " " + row.text(RunsTable.RUN);
  }

  static String number(double value) {
    double size = Math.abs(value);
    String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }
}
