package dev.sweepline.simulator.server;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Lets so many requests in at once and holds the others, as a proxy in front of a server does:
 * unseen by the server's metrics. Used on the desk's loop only.
 */
final class Gateway {
  private final int limit;
  private final Deque<Runnable> held = new ArrayDeque<>();
  private int inside;

  Gateway(int limit) {
    this.limit = limit;
  }

  /** Runs the entry as soon as there is room, which may be now. */
  void enter(Runnable entry) {
    if (inside < limit) {
      inside++;
      entry.run();
    } else {
      held.addLast(entry);
    }
  }

  /** The request of that entry is over. */
  void leave(Runnable entry) {
    if (!held.remove(entry)) {
      Runnable next = held.pollFirst();
      inside--;
      if (next != null) {
        enter(next);
      }
    }
  }
}
