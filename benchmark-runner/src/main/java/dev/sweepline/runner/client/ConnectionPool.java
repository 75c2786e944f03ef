package dev.sweepline.runner.client;

import io.netty.channel.EventLoop;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * Idle connections, the one that was used last first. It has no limit of its own: a connection is
 * opened only when none is idle, so there are never more than requests were in flight at once.
 */
final class ConnectionPool {
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private final RunClock clock;
  private final long longestIdleNs;

  /**
   * @param longestIdleNs a connection that was idle for longer is not used again: the server may be
   *     closing it at this moment
   */
  ConnectionPool(RunClock clock, long longestIdleNs) {
    this.clock = clock;
    this.longestIdleNs = longestIdleNs;
  }

  void add(Connection connection) {
    idle.addFirst(connection);
  }

  void remove(Connection connection) {
    idle.remove(connection);
  }

  /** One of an event loop that nobody else has now; null when none is fit. */
  @Nullable Connection take(EventLoop loop) {
    long nowNs = clock.sinceStartNs();
    for (Connection next : idle) {
      if (next.loop() == loop && next.isUsable(nowNs, longestIdleNs) && idle.remove(next)) {
        return next;
      }
    }
    return null;
  }

  /** A connection that nobody else has now; null when none is fit. */
  @Nullable Connection take() {
    long nowNs = clock.sinceStartNs();
    for (Connection next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
      if (next.isUsable(nowNs, longestIdleNs)) {
        return next;
      }
      next.loop().execute(next::discard);
    }
    return null;
  }
}
