package dev.sweepline.analytics.read;

import dev.sweepline.contract.RunSummary;
import dev.sweepline.contract.RunSummary.Reason;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run's own summary says of it. Never used in place of the records; shown where it differs.
 *
 * @param metrics by column
 * @param state of the verdict
 * @param reasons codes of the verdict
 */
public record StoredResult(
    Map<String, @Nullable Object> metrics, RunSummary.Verdict.State state, List<String> reasons)
    implements Serializable {
  static StoredResult of(RunSummary summary) {
    return new StoredResult(
        new LinkedHashMap<>(summary.metrics()),
        summary.verdict().state(),
        summary.verdict().reasons().stream().map(Reason::code).toList());
  }
}
