package dev.sweepline.runner;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Counts the signals that wait for the end of this process. The JVM handles each signal in a thread
 * of its own, named after it; the first one runs the shutdown, and any later one waits behind it.
 * That is the only sign of a second signal that needs no internal API.
 */
final class SignalThreads {
  private static final Pattern NAME = Pattern.compile("SIG(?:INT|TERM|HUP) handler");
  private static final int MORE_THAN_COUNTED = 16;

  private SignalThreads() {}

  /** How many there are. */
  static long running() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[root.activeCount() + MORE_THAN_COUNTED];
    int count = root.enumerate(threads);
    return Arrays.stream(threads, 0, count)
        .filter(Objects::nonNull)
        .filter(thread -> NAME.matcher(thread.getName()).matches())
        .count();
  }
}
