package dev.sweepline.runner.meter;

import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * The load generator's state, and what has changed in it from one call to the next. Thread-safe.
 */
public final class ClientStates implements Supplier<ClientState> {
  private final IntSupplier inFlight;
  private final Supplier<long[]> loopCpuNs;
  private final DoubleSupplier pausesMs;
  private CpuShare cpu = new CpuShare();
  private long lastNs = System.nanoTime();
  private long[] lastLoopCpuNs;
  private double lastPausesMs;

  /**
   * Begins.
   *
   * @param inFlight requests now
   * @param loopCpuNs CPU time of each event loop so far
   * @param pausesMs collector pauses so far
   */
  ClientStates(IntSupplier inFlight, Supplier<long[]> loopCpuNs, DoubleSupplier pausesMs) {
    this.inFlight = inFlight;
    this.loopCpuNs = loopCpuNs;
    this.pausesMs = pausesMs;
    this.lastLoopCpuNs = loopCpuNs.get();
    this.lastPausesMs = pausesMs.getAsDouble();
  }

  @Override
  public synchronized ClientState get() {
    long nowNs = System.nanoTime();
    long[] nowLoopCpuNs = loopCpuNs.get();
    double nowPausesMs = pausesMs.getAsDouble();
    ClientState state =
        new ClientState(
            inFlight.getAsInt(),
            busy(busiestNs(lastLoopCpuNs, nowLoopCpuNs), nowNs - lastNs),
            cpu.now(),
            nowPausesMs - lastPausesMs);
    cpu = new CpuShare();
    lastNs = nowNs;
    lastLoopCpuNs = nowLoopCpuNs;
    lastPausesMs = nowPausesMs;
    return state;
  }

  private static double busy(double cpuNs, long wallNs) {
    return Math.min(1, cpuNs / Math.max(1, wallNs));
  }

  /** Loops start when they are first used. */
  private static double busiestNs(long[] before, long[] now) {
    long busiest = 0;
    for (int loop = 0; loop < now.length; loop++) {
      busiest = Math.max(busiest, now[loop] - (loop < before.length ? before[loop] : 0));
    }
    return busiest;
  }
}
