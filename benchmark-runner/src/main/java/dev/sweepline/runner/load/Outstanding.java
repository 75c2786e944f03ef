package dev.sweepline.runner.load;

/** Counts what has begun and not ended, and lets one wait until nothing is left. Thread-safe. */
final class Outstanding {
  private int count;

  synchronized void begin() {
    count++;
  }

  synchronized void end() {
    count--;
    if (count == 0) {
      notifyAll();
    }
  }

  synchronized boolean isNone() {
    return count == 0;
  }

  synchronized void awaitNone() throws InterruptedException {
    while (count > 0) {
      wait();
    }
  }
}
