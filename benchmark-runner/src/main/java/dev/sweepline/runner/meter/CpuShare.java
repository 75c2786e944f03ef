package dev.sweepline.runner.meter;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** The CPU time of this process from its creation on. */
final class CpuShare {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final long startNs = System.nanoTime();
  private final long cpuNsAtStart = SYSTEM.getProcessCpuTime();

  /** CPU time over wall time and cores, 0 to 1; null when unknown. */
  @Nullable Double now() {
    long cpuNs = SYSTEM.getProcessCpuTime();
    if (cpuNs < 0 || cpuNsAtStart < 0) {
      return null;
    }
    double capacityNs =
        (double) (System.nanoTime() - startNs) * Runtime.getRuntime().availableProcessors();
    return Math.min(1, (cpuNs - cpuNsAtStart) / Math.max(1, capacityNs));
  }
}
