package dev.sweepline.measure.verdict;

import dev.sweepline.contract.Ceiling;
import dev.sweepline.contract.Delays;
import dev.sweepline.contract.RunSummary.Client;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the load generator, as far as verdicts need it.
 *
 * @param own what it says of itself; null of a foreign one, or when its run left no summary
 * @param knownConnectionLimit connections that a foreign client is known to allow; null when it is
 *     not known to have a limit
 */
public record ClientFacts(@Nullable Client own, @Nullable Integer knownConnectionLimit)
    implements Serializable {
  /** Collector pauses from which they are more than a mishap. */
  static final int MANY_PAUSES = 3;

  /** Probes of event loops, which are 10 ms apart. */
  static final int ENOUGH_PROBES = 100;

  /** Nothing is known. */
  public static final ClientFacts UNKNOWN = new ClientFacts(null, null);

  /** Of a run with a summary. */
  public static ClientFacts of(Client own) {
    return new ClientFacts(own, null);
  }

  /** Of a foreign client with a known limit. */
  public static ClientFacts limitedTo(int connections) {
    return new ClientFacts(null, connections);
  }

  /** Largest busy share of an event loop over the run, 0 to 1; NaN when unknown. */
  double loopBusy() {
    return own == null || own.loopBusy() == null ? Double.NaN : own.loopBusy();
  }

  /** CPU time of the client over wall time and cores, 0 to 1; NaN when unknown. */
  double cpuShare() {
    return own == null || own.cpuShare() == null ? Double.NaN : own.cpuShare();
  }

  /** Its collector pauses of the run, milliseconds; 0 when there were few of them or unknown. */
  double pausesMs() {
    if (own == null || own.gcPauses() == null || own.gcPauseMs() == null) {
      return 0;
    }
    return own.gcPauses() >= MANY_PAUSES ? own.gcPauseMs() : 0;
  }

  /**
   * The ninth decile of how late its event loops turned to what was due, microseconds; NaN when
   * unknown or when too little was probed to tell a habit from one pause.
   */
  double loopLagUs() {
    Delays lag = own == null ? null : own.loopLagUs();
    if (lag == null || lag.count() == null || lag.p90() == null) {
      return Double.NaN;
    }
    return lag.count() >= ENOUGH_PROBES ? lag.p90() : Double.NaN;
  }

  /** What its host was seen to bear; null when unknown. */
  @Nullable Ceiling ceiling() {
    return own == null ? null : own.ceiling();
  }
}
