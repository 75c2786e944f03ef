package dev.sweepline.runner.meter;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The load generator's state, and what has changed in it from one call to the next. Thread-safe.
 */
public final class ClientStates implements Supplier<ClientState> {
  private final IntSupplier inFlight;
  private final Supplier<long[]> loopCpuNs;
  private final DoubleSupplier pausesMs;
  private CpuShare cpu = new CpuShare();
  private Totals last;

  /** What only grows. */
  private record Totals(long atNs, List<Long> loopCpuNs, double pausesMs) {}

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
    this.last = totals();
  }

  @Override
  public synchronized ClientState get() {
    Totals before = last;
    CpuShare cpuBefore = cpu;
    last = totals();
    cpu = new CpuShare();
    double wallNs = Math.max(1, last.atNs - before.atNs);
    return new ClientState(
        inFlight.getAsInt(),
        Math.min(1, busiestNs(before.loopCpuNs, last.loopCpuNs) / wallNs),
        cpuBefore.now(),
        last.pausesMs - before.pausesMs);
  }

  /** Loops start when they are first used. */
  private static double busiestNs(List<Long> before, List<Long> now) {
    return IntStream.range(0, now.size())
        .mapToLong(loop -> now.get(loop) - (loop < before.size() ? before.get(loop) : 0))
        .max()
        .orElse(0);
  }

  private Totals totals() {
    return new Totals(
        System.nanoTime(), Arrays.stream(loopCpuNs.get()).boxed().toList(), pausesMs.getAsDouble());
  }
}
