package dev.sweepline.measure;

import dev.sweepline.contract.Outcome;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.Sample;
import dev.sweepline.measure.requests.RequestLog;
import dev.sweepline.measure.requests.Requests;
import dev.sweepline.measure.requests.Tally;
import dev.sweepline.measure.requests.TokenArrivals;
import dev.sweepline.measure.requests.TokenGaps;
import dev.sweepline.measure.server.ServerLog;
import dev.sweepline.measure.verdict.Completeness;
import dev.sweepline.measure.verdict.PercentileColumn;
import dev.sweepline.measure.verdict.RunEvidence;
import dev.sweepline.measure.verdict.Verdicts;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/**
 * Turns the requests of one run, and the samples of its server, into its metrics and verdict. They
 * may come in any order and in any split: accumulators of parts merge to the same result, bit by
 * bit. It takes about 30 bytes a request, 16 to 48 for each different gap and each millisecond in
 * which tokens arrived, and 80 a sample. Not thread-safe.
 */
public final class RunAccumulator implements Serializable {
  private static final long serialVersionUID = 1;

  private final EnumMap<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private final Tally tally = new Tally();
  private final RequestLog log = new RequestLog();
  private final TokenGaps gaps = new TokenGaps();
  private final TokenArrivals arrivals = new TokenArrivals();
  private final ServerLog server = new ServerLog();

  /** Adds a request of any phase. */
  public void add(RequestRecord request) {
    counts.merge(request.outcome(), 1, Integer::sum);
    tally.add(request);
    log.add(request);
    gaps.add(request);
    arrivals.add(request);
  }

  /**
   * Adds a sample; one of the client says nothing here. One thread may do this while another one
   * adds requests.
   */
  public void addSample(Sample sample) {
    server.add(sample);
  }

  /** Adds requests of which only the number is known: attempted, not served. */
  public void addUnrecordedFailures(int requests) {
    tally.addUnrecorded(requests);
  }

  /** Adds all that another accumulator has; the other must not be used afterwards. */
  public void merge(RunAccumulator other) {
    other.counts.forEach((outcome, count) -> counts.merge(outcome, count, Integer::sum));
    tally.addAll(other.tally);
    log.addAll(other.log);
    gaps.addAll(other.gaps);
    arrivals.addAll(other.arrivals);
    server.addAll(other.server);
  }

  /** The result so far; may be called again after more requests. */
  public RunResult finish(RunContext context) {
    Requests requests = new Requests(log);
    Figures figures = new Figures(context, tally, requests, gaps, arrivals, server);
    RunEvidence evidence =
        new RunEvidence(
            context.load(),
            completeness(context.ending()),
            tally,
            requests,
            figures.totalTime(),
            context.client(),
            context.server().runningLimit(figures.server().engines()),
            figures.server(),
            context.server().config(),
            percentiles(figures),
            context.told() == null ? List.of() : context.told().claims());
    return new RunResult(
        Collections.unmodifiableMap(new EnumMap<>(counts)),
        Catalogue.values(figures),
        SeenServer.of(figures.server()),
        new Verdicts(context.yardstick().thresholds()).of(evidence));
  }

  private static Completeness completeness(RunContext.Ending ending) {
    return switch (ending) {
      case FINISHED -> Completeness.WHOLE;
      case SUMMARY_MISSING -> Completeness.WITHOUT_SUMMARY;
      case INTERRUPTED -> Completeness.STOPPED;
    };
  }

  private static List<PercentileColumn> percentiles(Figures figures) {
    return Catalogue.COLUMNS.stream()
        .map(column -> column.percentileOf(figures))
        .flatMap(Optional::stream)
        .toList();
  }
}
