package dev.sweepline.runner.meter;

import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.RunSummary.Client;
import dev.sweepline.contract.SelfTest;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Measures the load generator itself, from its creation on. Used by one thread at a time. */
public final class ClientMeter implements AutoCloseable {
  private final DelayHistogram latenessUs = new DelayHistogram();
  private final CpuShare cpu = new CpuShare();
  private final GcPauses pauses = new GcPauses();
  private final boolean open;
  private long events;

  /**
   * Begins.
   *
   * @param open whether the load has a schedule to be late against
   */
  public ClientMeter(boolean open) {
    this.open = open;
  }

  /** Takes note of a request that has ended. */
  public void add(RequestRecord record) {
    events += record.events();
    Long sentUs = record.sentUs();
    Long admittedUs = record.admittedUs();
    if (open && record.phase() == Phase.MEASURE && sentUs != null && admittedUs != null) {
      latenessUs.add(sentUs - admittedUs);
    }
  }

  /**
   * The figures so far.
   *
   * @param loopBusy largest busy share of an event loop, 0 to 1
   * @param inFlightMax most requests in flight at once
   * @param loops the client's event loops
   * @param selfTest of this host; null when there was none
   */
  public Client client(
      double loopBusy, int inFlightMax, LoopWatch loops, @Nullable SelfTest selfTest) {
    return new Client(
        latenessUs.delays(),
        loopBusy,
        cpu.now(),
        pauses.totalMs(),
        inFlightMax,
        selfTest == null ? null : selfTest.word().text(),
        loops.lagUs(),
        pauses.count(),
        pauses.longestMs(),
        perRead(loops.bytes(), loops),
        perRead(events, loops),
        selfTest == null ? null : selfTest.ceiling());
  }

  /**
   * Its states from now on.
   *
   * @param inFlight requests now
   * @param loopCpuNs CPU time of each event loop so far
   */
  public ClientStates states(IntSupplier inFlight, Supplier<long[]> loopCpuNs) {
    return new ClientStates(inFlight, loopCpuNs, pauses::totalMs);
  }

  private static @Nullable Double perRead(long total, LoopWatch loops) {
    long reads = loops.reads();
    return reads == 0 ? null : Double.valueOf((double) total / reads);
  }

  @Override
  public void close() {
    pauses.close();
  }
}
