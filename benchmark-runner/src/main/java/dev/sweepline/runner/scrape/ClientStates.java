package dev.sweepline.runner.scrape;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The load generator's state, and what has changed in it from one call to the next. */
public final class ClientStates implements Supplier<ClientState> {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Collectors that work beside the program tell of their cycles and of their pauses. */
  private static final String CONCURRENT = "Cycles";

  private final IntSupplier inFlight;
  private final Supplier<long[]> loopCpuNs;
  private Totals last;

  /** What only grows. */
  private record Totals(long atNs, long[] loopCpuNs, long processCpuNs, long gcMs) {}

  /**
   * Begins.
   *
   * @param inFlight requests now
   * @param loopCpuNs CPU time of each event loop so far
   */
  public ClientStates(IntSupplier inFlight, Supplier<long[]> loopCpuNs) {
    this.inFlight = inFlight;
    this.loopCpuNs = loopCpuNs;
    this.last = totals();
  }

  @Override
  public synchronized ClientState get() {
    Totals before = last;
    last = totals();
    double wallNs = Math.max(1, last.atNs - before.atNs);
    return new ClientState(
        inFlight.getAsInt(),
        Math.min(1, busiestNs(before.loopCpuNs, last.loopCpuNs) / wallNs),
        cpuShare(before.processCpuNs, last.processCpuNs, wallNs),
        (double) (last.gcMs - before.gcMs));
  }

  private static double busiestNs(long[] before, long[] now) {
    long busiest = 0;
    for (int loop = 0; loop < now.length; loop++) {
      busiest = Math.max(busiest, now[loop] - (loop < before.length ? before[loop] : 0));
    }
    return busiest;
  }

  private static @Nullable Double cpuShare(long beforeNs, long nowNs, double wallNs) {
    boolean unknown = beforeNs < 0 || nowNs < 0;
    double capacityNs = wallNs * Runtime.getRuntime().availableProcessors();
    return unknown ? null : (Double) Math.min(1, (nowNs - beforeNs) / capacityNs);
  }

  private Totals totals() {
    return new Totals(System.nanoTime(), loopCpuNs.get(), SYSTEM.getProcessCpuTime(), gcMs());
  }

  private static long gcMs() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .filter(collector -> !collector.getName().endsWith(CONCURRENT))
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .filter(millis -> millis > 0)
        .sum();
  }
}
