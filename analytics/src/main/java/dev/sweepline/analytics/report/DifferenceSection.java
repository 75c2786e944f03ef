package dev.sweepline.analytics.report;

import dev.sweepline.analytics.read.Run;
import dev.sweepline.analytics.read.StoredResult;
import dev.sweepline.contract.RunSummary.Reason;
import dev.sweepline.contract.RunSummary.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where a run's own summary says something else than its requests do. */
final class DifferenceSection implements Section {
  private static final double RELATIVE = 1e-9;

  @Override
  public String title() {
    return "Summaries that differ from their requests";
  }

  @Override
  public List<String> lines(ReportFacts facts) {
    List<String> lines = new ArrayList<>();
    for (Run run : facts.runs()) {
      StoredResult stored = run.description().stored();
      if (stored != null) {
        differences(run, stored)
            .forEach(
                difference ->
                    lines.addAll(Layout.item(run.description().source() + ": " + difference)));
      }
    }
    return lines;
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
              .toLowerCase(java.util.Locale.ROOT));
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
