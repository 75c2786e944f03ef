package dev.sweepline.measure;

import dev.sweepline.contract.Ceiling;
import dev.sweepline.contract.Delays;
import dev.sweepline.contract.RunSummary.Client;
import dev.sweepline.measure.verdict.ClientFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Load generators for tests: one that is idle, unless it is told otherwise. */
public final class Clients {
  private double loopBusy = 0.1;
  private double cpuShare = 0.1;
  private double gcPauseMs;
  private int gcPauses;
  private @Nullable Delays loopLagUs = lag(100, 6_000);
  private @Nullable Ceiling ceiling;

  private Clients() {}

  public static Clients idle() {
    return new Clients();
  }

  public Clients loopBusy(double value) {
    loopBusy = value;
    return this;
  }

  public Clients cpuShare(double value) {
    cpuShare = value;
    return this;
  }

  public Clients paused(int times, double totalMs) {
    gcPauses = times;
    gcPauseMs = totalMs;
    return this;
  }

  /**
   * Event loops that are late.
   *
   * @param p90Us ninth decile
   * @param probes that tell it
   */
  public Clients loopLag(double p90Us, long probes) {
    loopLagUs = lag(p90Us, probes);
    return this;
  }

  public Clients ceiling(double requestsPerS, double eventsPerS, int openStreams) {
    ceiling = new Ceiling(requestsPerS, eventsPerS, openStreams);
    return this;
  }

  private static Delays lag(double p90Us, long probes) {
    return new Delays(p90Us / 2, p90Us * 2, p90Us * 3, p90Us, p90Us * 3, probes, List.of());
  }

  public ClientFacts facts() {
    return ClientFacts.of(
        new Client(
            null, loopBusy, cpuShare, gcPauseMs, 1, null, loopLagUs, gcPauses, null, null, null,
            ceiling));
  }
}
