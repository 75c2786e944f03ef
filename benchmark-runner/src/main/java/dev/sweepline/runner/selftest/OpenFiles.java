package dev.sweepline.runner.selftest;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many files, sockets among them, this process may open. */
final class OpenFiles {
  private static final long RESERVE = 64;

  private OpenFiles() {}

  /** Whether so many connections can be opened now; yes where no limit is known. */
  static boolean allow(double connections) {
    return !(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)
        || unix.getMaxFileDescriptorCount() - unix.getOpenFileDescriptorCount() - RESERVE
            >= connections;
  }
}
