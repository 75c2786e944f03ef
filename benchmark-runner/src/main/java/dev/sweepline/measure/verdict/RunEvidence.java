package dev.sweepline.measure.verdict;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.RequestRate;
import dev.sweepline.contract.ServerConfig;
import dev.sweepline.measure.requests.RequestRow;
import dev.sweepline.measure.requests.Requests;
import dev.sweepline.measure.requests.Tally;
import dev.sweepline.measure.requests.Window;
import dev.sweepline.measure.server.ServerSeries;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the rules may look at.
 *
 * @param load what was asked for
 * @param completeness how much was written
 * @param tally counts of the measured requests
 * @param requests the attempted measured requests
 * @param durationS first due time to last end; NaN when unknown
 * @param client what is known of the load generator
 * @param runningLimit sequences that all engines together run at once; null when unknown
 * @param server what it said of itself
 * @param stated what the server was told; null when unknown
 * @param percentiles all that are told of the run
 * @param claims of a foreign file
 */
public record RunEvidence(
    Load load,
    Completeness completeness,
    Tally tally,
    Requests requests,
    double durationS,
    ClientFacts client,
    @Nullable Integer runningLimit,
    ServerSeries server,
    @Nullable ServerConfig stated,
    List<PercentileColumn> percentiles,
    List<Claim> claims) {
  private static final double EXPLAINED_FROM = 0.9;
  private static final double US_PER_S = 1e6;

  public RunEvidence {
    percentiles = List.copyOf(percentiles);
    claims = List.copyOf(claims);
  }

  /** The rate of an open loop that does not send all at once. */
  OptionalDouble pacedRate() {
    RequestRate rate = load.rate();
    return rate == null || rate.isInfinite()
        ? OptionalDouble.empty()
        : OptionalDouble.of(rate.perSecond());
  }

  /** Whether the load sends everything at its start. */
  boolean isAllAtOnce() {
    RequestRate rate = load.rate();
    return rate != null && rate.isInfinite();
  }

  /** Whether the time of sending was recorded, as foreign clients often do not. */
  boolean hasSendTimes() {
    return requests.count(row -> row.sentUs() != RequestRow.NONE) > 0;
  }

  /** The measured time, from the first due time on; empty when its length is unknown. */
  Optional<Window> wholeWindow() {
    if (Double.isNaN(durationS)) {
      return Optional.empty();
    }
    long lengthUs = Math.round(durationS * US_PER_S);
    return requests
        .dispatchWindow()
        .map(window -> new Window(window.fromUs(), window.fromUs() + lengthUs));
  }

  /** Whether a limit that was asked for, or the server's own, keeps in flight at such a peak. */
  boolean isExplained(long peak) {
    return Stream.of(load.concurrency(), load.maxInFlight(), load.maxConnections(), runningLimit)
        .anyMatch(limit -> limit != null && peak >= EXPLAINED_FROM * limit && peak <= limit + 1);
  }
}
