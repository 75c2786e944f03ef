package dev.sweepline.runner.meter;

import com.sun.management.OperatingSystemMXBean;
import dev.sweepline.contract.RunSummary.Host;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The machine that this process runs on. */
public final class ThisHost {
  private static final Path LINUX_NAME = Path.of("/proc/sys/kernel/hostname");
  private static final int ID_DIGITS = 12;

  private ThisHost() {}

  /** What is told of it. */
  public static Host facts() {
    return new Host(
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.version"));
  }

  /**
   * The same for runs of one host name, number of cores, operating system and Java; does not tell
   * the name.
   */
  public static String id() {
    return id(name(), facts());
  }

  static String id(String name, Host host) {
    String text = String.join("\n", name, Integer.toString(host.cpus()), host.os(), host.java());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static String name() {
    try {
      return Files.isReadable(LINUX_NAME)
          ? Files.readString(LINUX_NAME).strip()
          : InetAddress.getLocalHost().getHostName();
    } catch (IOException unnamed) {
      return "";
    }
  }
}
