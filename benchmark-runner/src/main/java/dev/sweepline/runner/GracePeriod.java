package dev.sweepline.runner;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** Lets requests in flight go on for a while after a stop, then cancels them. Thread-safe. */
final class GracePeriod implements AutoCloseable {
  private final Timer timer = new Timer("grace", true);
  private final Duration length;
  private final Runnable cancel;
  private boolean closed;

  /**
   * @param cancel ends all requests in flight
   */
  GracePeriod(Duration length, Runnable cancel) {
    this.length = length;
    this.cancel = cancel;
  }

  /** The stop was asked for. */
  synchronized void begin() {
    if (closed) {
      return;
    }
    if (length.isZero()) {
      cancel.run();
      return;
    }
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            cancel.run();
          }
        },
        length.toMillis());
  }

  /** All requests have ended. */
  @Override
  public synchronized void close() {
    closed = true;
    timer.cancel();
  }
}
