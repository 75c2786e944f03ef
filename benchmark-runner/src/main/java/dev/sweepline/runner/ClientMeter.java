package dev.sweepline.runner;

import com.sun.management.OperatingSystemMXBean;
import dev.sweepline.contract.Phase;
import dev.sweepline.contract.RequestRecord;
import dev.sweepline.contract.RunSummary.Client;
import dev.sweepline.contract.RunSummary.Host;
import dev.sweepline.contract.RunSummary.Lateness;
import dev.sweepline.runner.client.LoadClient;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Measures the load generator itself, from its creation on. Used by one thread at a time. */
final class ClientMeter {
  private static final int DIGITS = 3;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Histogram latenessUs = new Histogram(DIGITS);
  private final boolean open;
  private final long startNs = System.nanoTime();
  private final long cpuNsAtStart = SYSTEM.getProcessCpuTime();
  private final long gcMsAtStart = gcMs();

  /**
   * @param open whether the load has a schedule to be late against
   */
  ClientMeter(boolean open) {
    this.open = open;
  }

  void add(RequestRecord record) {
    Long sentUs = record.sentUs();
    Long admittedUs = record.admittedUs();
    if (open && record.phase() == Phase.MEASURE && sentUs != null && admittedUs != null) {
      latenessUs.recordValue(Math.max(0, sentUs - admittedUs));
    }
  }

  Client client(LoadClient client) {
    return new Client(
        lateness(),
        client.loopBusy(),
        cpuShare(),
        (double) (gcMs() - gcMsAtStart),
        client.inFlightMax(),
        null);
  }

  private @Nullable Lateness lateness() {
    return latenessUs.getTotalCount() == 0
        ? null
        : new Lateness(
            latenessUs.getValueAtPercentile(50),
            latenessUs.getValueAtPercentile(99),
            latenessUs.getMaxValue());
  }

  private @Nullable Double cpuShare() {
    long cpuNs = SYSTEM.getProcessCpuTime();
    if (cpuNs < 0 || cpuNsAtStart < 0) {
      return null;
    }
    double capacityNs =
        (double) (System.nanoTime() - startNs) * Runtime.getRuntime().availableProcessors();
    return Math.min(1, (cpuNs - cpuNsAtStart) / Math.max(1, capacityNs));
  }

  private static long gcMs() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .filter(millis -> millis > 0)
        .sum();
  }

  static Host host() {
    return new Host(
        Runtime.getRuntime().availableProcessors(),
        SYSTEM.getTotalMemorySize(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.version"));
  }
}
