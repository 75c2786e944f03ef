package dev.sweepline.measure.requests;

import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.TokenSource;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Set;

/** The counts of a run's measured requests. Not thread-safe. */
public final class Tally implements Serializable {
  private static final long serialVersionUID = 1;

  private static final int STATUS_OK = 200;
  private static final Set<Outcome> TIMEOUTS =
      EnumSet.of(Outcome.FIRST_TOKEN_TIMEOUT, Outcome.IDLE_TIMEOUT, Outcome.TOTAL_TIMEOUT);

  private final EnumMap<Count, Long> counts = new EnumMap<>(Count.class);

  /** Counts a request; one that is not measured counts nowhere. */
  public void add(RequestRecord request) {
    if (request.phase() != Phase.MEASURE) {
      return;
    }
    increase(Count.LINES, 1);
    Outcome outcome = request.outcome();
    if (!outcome.isAttempted()) {
      return;
    }
    increase(Count.RECORDED, 1);
    Integer status = request.httpStatus();
    if (outcome.isSuccess() || (status != null && status == STATUS_OK)) {
      increase(Count.STATUS_200, 1);
    }
    if (TIMEOUTS.contains(outcome)) {
      increase(Count.TIMEOUTS, 1);
    }
    if (outcome == Outcome.CANCELLED) {
      increase(Count.CANCELLED, 1);
    }
    if (outcome.isSuccess()) {
      addSuccess(request);
    }
  }

  private void addSuccess(RequestRecord request) {
    increase(Count.SUCCESSES, 1);
    increase(Count.SHORT, request.outcome() == Outcome.OK_SHORT ? 1 : 0);
    Integer tokens = request.outputTokens();
    increase(Count.TOKENS, tokens == null ? 0 : tokens);
    boolean told = request.tokenSource() == TokenSource.USAGE;
    increase(told ? Count.COUNTED_BY_USAGE : Count.COUNTED_BY_EVENTS, 1);
    TokenCounts counted = new TokenCounts(request);
    increase(Count.TOLD_TOO_FEW, counted.areTooFew() ? 1 : 0);
    increase(Count.STREAMS_WITH_KNOWN_START, counted.knowTheStart() ? 1 : 0);
    increase(Count.STREAMS_STARTED_LATE, counted.startLate() ? 1 : 0);
    int gaps = request.gapsUs().size();
    if (gaps > 0) {
      Stream stream = new Stream(request);
      increase(Count.GAPS, gaps);
      increase(Count.ZERO_GAPS, stream.zeroGaps());
      increase(Count.STREAMS, 1);
      increase(Count.STREAMS_BY_TOKEN, stream.isByToken() ? 1 : 0);
      increase(Count.STREAMS_LUMPED, stream.isLumped() ? 1 : 0);
    }
  }

  /** Counts attempted requests without lines. */
  public void addUnrecorded(int requests) {
    increase(Count.UNRECORDED, requests);
  }

  /** Adds the counts of another part of the run. */
  public void addAll(Tally other) {
    other.counts.forEach(this::increase);
  }

  /** What was counted so far. */
  public long of(Count count) {
    return counts.getOrDefault(count, 0L);
  }

  /** Attempted requests, with and without lines. */
  public long attempted() {
    return of(Count.RECORDED) + of(Count.UNRECORDED);
  }

  /** A count as a share of another; NaN when that one is 0. */
  public double share(Count part, Count whole) {
    return (double) of(part) / of(whole);
  }

  /** Successes as a share of attempted requests; NaN when there are none. */
  public double successRate() {
    return (double) of(Count.SUCCESSES) / attempted();
  }

  private void increase(Count count, long by) {
    counts.merge(count, by, Long::sum);
  }
}
