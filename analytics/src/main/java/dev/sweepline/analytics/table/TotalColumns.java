package dev.sweepline.analytics.table;

import static dev.sweepline.analytics.table.RunColumn.Group.TOTALS;
import static dev.sweepline.analytics.table.RunColumn.count;
import static dev.sweepline.analytics.table.RunColumn.number;

import dev.sweepline.analytics.read.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plain counts, under the names that the original's users know. */
final class TotalColumns {
  static final List<RunColumn> ALL =
      List.of(
          count("num_requests", TOTALS, run -> run.totals().requests()),
          count("successful_requests", TOTALS, run -> run.totals().successes()),
          count(
              "failed_requests", TOTALS, run -> run.totals().requests() - run.totals().successes()),
          count("total_tokens_generated", TOTALS, run -> run.totals().outputTokens()),
          number("total_time", TOTALS, TotalColumns::totalTime));

  private TotalColumns() {}

  /** As a foreign file states it, else from the first due time to the last end. */
  private static @Nullable Object totalTime(Run run) {
    Double stated = run.description().durationS();
    return stated == null ? run.totals().spanS() : stated;
  }
}
