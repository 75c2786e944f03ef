package dev.sweepline.measure;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.RequestRate;
import dev.sweepline.measure.requests.Count;
import dev.sweepline.measure.requests.Latency;
import dev.sweepline.measure.requests.RequestRow;
import dev.sweepline.measure.requests.Requests;
import dev.sweepline.measure.requests.Tally;
import dev.sweepline.measure.requests.TokenArrivals;
import dev.sweepline.measure.requests.TokenGaps;
import dev.sweepline.measure.requests.Window;
import dev.sweepline.measure.server.ServerLog;
import dev.sweepline.measure.server.ServerSeries;
import dev.sweepline.measure.stats.Overlap;
import dev.sweepline.measure.stats.SortedSample;
import dev.sweepline.measure.stats.Spread;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the formulas of the metrics are made from. A number that is unknown is NaN here. */
final class Figures {
  private static final double US_PER_S = 1e6;
  private static final double US_PER_MS = 1000;
  private static final double STEADY_WINDOW_OF_E2E = 5;
  private static final Spread NOTHING = Spread.of(SortedSample.of(new long[0], 0));

  private final RunContext context;
  private final Tally tally;
  private final Requests requests;
  private final TokenArrivals arrivals;
  private final Spread gaps;
  private final Map<Latency, Spread> latencies = new EnumMap<>(Latency.class);
  private final SortedSample due;
  private final Overlap inFlight;
  private final double totalTimeS;
  private final ServerSeries server;

  Figures(
      RunContext context,
      Tally tally,
      Requests requests,
      TokenGaps gaps,
      TokenArrivals arrivals,
      ServerLog samples) {
    this.context = context;
    this.tally = tally;
    this.requests = requests;
    this.arrivals = arrivals;
    this.gaps = Spread.of(gaps.distribution());
    for (Latency latency : Latency.values()) {
      boolean applies = latency != Latency.LATENESS || context.load().kind() == Load.Kind.OPEN;
      latencies.put(latency, applies ? Spread.of(requests.sample(latency)) : NOTHING);
    }
    due = requests.sample(RequestRow::scheduledUs);
    inFlight = requests.overlap(RequestRow::dispatchUs, RequestRow::endUs);
    Double stated = context.told() == null ? null : (Double) context.told().durationS();
    totalTimeS =
        stated != null
            ? stated
            : (requests.sample(RequestRow::endUs).max() - due.quantile(0)) / US_PER_S;
    server = new ServerSeries(samples, due.isEmpty() ? null : measured());
  }

  RunContext context() {
    return context;
  }

  Tally tally() {
    return tally;
  }

  long count(Count count) {
    return tally.of(count);
  }

  Spread gaps() {
    return gaps;
  }

  Spread spread(Latency latency) {
    return latencies.getOrDefault(latency, NOTHING);
  }

  /** Seconds. */
  double totalTime() {
    return totalTimeS;
  }

  double perSecond(long count) {
    return count / totalTimeS;
  }

  double gpus() {
    Integer gpus = context.server().gpus();
    return gpus == null ? Double.NaN : gpus;
  }

  double steadyTokensPerSecond() {
    if (due.isEmpty()) {
      return Double.NaN;
    }
    long lastDispatch = (long) requests.sample(RequestRow::dispatchUs).max();
    Window window = new Window(due.at(0), lastDispatch);
    double e2e = requests.sample(Latency.E2E).median();
    return window.lengthUs() >= STEADY_WINDOW_OF_E2E * e2e
        ? arrivals.perSecond(window)
        : Double.NaN;
  }

  /** Successes that meet every objective. */
  long good() {
    Slo slo = context.yardstick().slo();
    return requests.count(
        row ->
            row.isSuccess()
                && isMet(slo.ttftMs(), Latency.TTFT.applyAsLong(row))
                && isMet(slo.tpotMs(), Latency.TPOT.applyAsLong(row))
                && isMet(slo.e2eMs(), Latency.E2E.applyAsLong(row)));
  }

  private static boolean isMet(@Nullable Double limitMs, long us) {
    return limitMs == null || us == RequestRow.NONE || us <= limitMs * US_PER_MS;
  }

  double offeredRate() {
    RequestRate rate = context.load().rate();
    return rate == null ? Double.NaN : rate.perSecond();
  }

  double achievedRate() {
    SortedSample sent = requests.sample(RequestRow::sentUs);
    return (sent.size() - 1) * US_PER_S / (sent.max() - sent.quantile(0));
  }

  double inFlightMax() {
    return due.isEmpty() ? Double.NaN : inFlight.peak();
  }

  double inFlightMean() {
    if (due.isEmpty()) {
      return Double.NaN;
    }
    Window measured = measured();
    return inFlight.mean(measured.fromUs(), measured.toUs());
  }

  private Window measured() {
    return new Window(due.at(0), due.at(0) + Math.round(totalTimeS * US_PER_S));
  }

  /** What the server said of itself. */
  ServerSeries server() {
    return server;
  }

  @Nullable String itlBasis() {
    long streams = tally.of(Count.STREAMS);
    if (streams == 0) {
      return null;
    }
    return tally.of(Count.STREAMS_BY_TOKEN) == streams ? "token" : "event";
  }
}
