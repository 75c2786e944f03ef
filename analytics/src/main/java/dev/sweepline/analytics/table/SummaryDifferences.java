package dev.sweepline.analytics.table;

import dev.sweepline.analytics.read.Run;
import dev.sweepline.analytics.read.StoredResult;
import dev.sweepline.contract.RunSummary.Reason;
import dev.sweepline.contract.RunSummary.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where a run's own summary says something else than its requests do. */
final class SummaryDifferences {
  private static final double RELATIVE = 1e-9;

  private SummaryDifferences() {}

  /** The differences as a list column; null for a run without a summary, empty when all agrees. */
  static @Nullable String of(Run run) {
    StoredResult stored = run.description().stored();
    return stored == null
        ? null
        : String.join(
            RunsTable.LIST,
            differences(run, stored).stream()
                .map(difference -> difference.replace(RunsTable.LIST, ","))
                .toList());
  }

  private static List<String> differences(Run run, StoredResult stored) {
    List<String> differences = new ArrayList<>();
    Verdict verdict = run.result().verdict();
    TreeSet<String> codes = new TreeSet<>();
    verdict.reasons().stream().map(Reason::code).forEach(codes::add);
    if (stored.state() != verdict.state() || !codes.equals(new TreeSet<>(stored.reasons()))) {
      differences.add(
          "verdict %s %s in the summary, %s %s recomputed"
              .formatted(stored.state(), stored.reasons(), verdict.state(), codes)
              .toLowerCase(Locale.ROOT));
    }
    for (Map.Entry<String, @Nullable Object> entry : run.result().metrics().entrySet()) {
      Object kept = stored.metrics().get(entry.getKey());
      if (stored.metrics().containsKey(entry.getKey()) && !agree(kept, entry.getValue())) {
        differences.add(
            "%s is %s in the summary, %s recomputed"
                .formatted(entry.getKey(), kept, entry.getValue()));
      }
    }
    return differences;
  }

  private static boolean agree(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Number x && b instanceof Number y) {
      double difference = Math.abs(x.doubleValue() - y.doubleValue());
      return difference <= RELATIVE * Math.max(1e-3, Math.abs(y.doubleValue()));
    }
    return Objects.equals(a, b);
  }
}
