package dev.sweepline.runner.selftest;

import dev.sweepline.contract.Delays;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.RunSummary.Client;
import dev.sweepline.contract.SelfTest.Quantity;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What came of one load.
 *
 * @param records of the measured requests
 * @param client how the load generator did
 * @param serverBusy CPU time of the server over wall time; null when unknown
 */
record Trial(List<RequestRecord> records, Client client, @Nullable Double serverBusy) {
  private static final double US_PER_S = 1e6;

  Trial {
    records = List.copyOf(records);
  }

  boolean hasFailures() {
    return records.stream().anyMatch(record -> !record.outcome().isSuccess());
  }

  double reached(Quantity quantity) {
    return switch (quantity) {
      case REQUESTS_PER_S -> (records.size() - 1) / spanS(RequestRecord::endUs);
      case EVENTS_PER_S -> records.stream().mapToLong(RequestRecord::events).sum() / lengthS();
      case OPEN_STREAMS -> client.inFlightMax();
    };
  }

  private double lengthS() {
    long first = times(RequestRecord::scheduledUs).min().orElse(0);
    long last = times(RequestRecord::endUs).max().orElse(0);
    return (last - first) / US_PER_S;
  }

  private double spanS(ToLongFunction<RequestRecord> time) {
    return (times(time).max().orElse(0) - times(time).min().orElse(0)) / US_PER_S;
  }

  private LongStream times(ToLongFunction<RequestRecord> time) {
    return records.stream().mapToLong(time);
  }

  /** Null where nothing was due. */
  @Nullable Double latenessP99Us() {
    Delays lateness = client.latenessUs();
    return lateness == null ? null : Double.valueOf(lateness.p99());
  }

  @Nullable Double loopLagP90Us() {
    Delays lag = client.loopLagUs();
    return lag == null ? null : lag.p90();
  }

  double loopBusy() {
    return client.loopBusy() == null ? 0 : client.loopBusy();
  }
}
