package dev.sweepline.runner.load;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells a run to end before its time. Thread-safe. */
public final class StopSignal {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean requested;

  /** Asks for the stop; later calls do nothing. */
  public synchronized void request() {
    if (!requested) {
      requested = true;
      listeners.forEach(Runnable::run);
    }
  }

  /** A signal that also goes off by itself: it stops one run of a call, this one stops all. */
  public StopSignal child() {
    StopSignal child = new StopSignal();
    onRequest(child::request);
    return child;
  }

  /** Whether the run must stop. */
  public boolean isRequested() {
    return requested;
  }

  /** Runs the task when the stop is asked for, at once if it already was. */
  public synchronized void onRequest(Runnable task) {
    listeners.add(task);
    if (requested) {
      task.run();
    }
  }
}
