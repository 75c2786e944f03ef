package dev.sweepline.measure;

import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RunSummary.Verdict;
import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run amounts to.
 *
 * @param counts requests of all phases by outcome
 * @param metrics every column of {@link Metric#ALL}, in that order; null where unknown
 * @param server what its own samples told
 * @param verdict whether it can be trusted
 */
public record RunResult(
    Map<Outcome, Integer> counts,
    Map<String, @Nullable Object> metrics,
    SeenServer server,
    Verdict verdict)
    implements Serializable {
  private static final long serialVersionUID = 1;
}
