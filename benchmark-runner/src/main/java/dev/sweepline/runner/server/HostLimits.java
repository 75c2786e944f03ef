package dev.sweepline.runner.server;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.sweepline.contract.ExitCode;
import dev.sweepline.contract.Load;
import dev.sweepline.contract.UserError;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many connections this host lets the process have.
 *
 * @param openFiles that may be opened still; null where the system does not say
 * @param ports that a client may use towards one server; null where the system does not say
 */
public record HostLimits(@Nullable Long openFiles, @Nullable Integer ports) {
  private static final Path PORT_RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

  private static final Pattern RANGE = Pattern.compile("(\\d{1,5})\\s+(\\d{1,5})\\s*");

  /** Files that are opened besides connections: the results, libraries, event loops. */
  private static final int SPARE_FILES = 64;

  /** Those of this process. */
  public static HostLimits ofThisHost() {
    Long openFiles =
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? unix.getMaxFileDescriptorCount() - unix.getOpenFileDescriptorCount()
            : null;
    return new HostLimits(openFiles, ports(PORT_RANGE));
  }

  /** The size of the range in a file such as the kernel's. */
  static @Nullable Integer ports(Path file) {
    try {
      Matcher range = RANGE.matcher(Files.readString(file));
      return range.matches()
          ? Integer.parseInt(range.group(2)) - Integer.parseInt(range.group(1)) + 1
          : null;
    } catch (IOException notSaid) {
      return null;
    }
  }

  /**
   * Checks that the load fits. A load that says no number of its own is let through.
   *
   * @throws UserError when it does not, exit code 64
   */
  public void check(Load load) {
    Integer connections = connections(load);
    if (connections == null) {
      return;
    }
    if (openFiles != null && connections + SPARE_FILES > openFiles) {
      throw new UserError(
          ExitCode.REFUSED,
          ("%d connections at once need %d open files, and %d are left; raise the limit by"
                  + " ulimit -n %d, or ask for less")
              .formatted(
                  connections,
                  connections + SPARE_FILES,
                  openFiles,
                  2L * connections + SPARE_FILES));
    }
    int endpoints = load.endpoints() == null ? 1 : load.endpoints();
    int each = (connections + endpoints - 1) / endpoints;
    if (ports != null && each > ports) {
      throw new UserError(
          ExitCode.REFUSED,
          ("%d connections to one server need as many local ports, and there are %d; widen"
                  + " net.ipv4.ip_local_port_range, give more --base-url, or ask for less")
              .formatted(each, ports));
    }
  }

  /** Most connections at once that follow from the load alone. */
  private static @Nullable Integer connections(Load load) {
    Integer all = load.rate() != null && load.rate().isInfinite() ? load.requests() : null;
    return Stream.of(load.concurrency(), load.maxInFlight(), load.maxConnections(), all)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
