package dev.sweepline.runner.selftest;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.runner.load.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a self test clean up when a signal ends the process: its server is stopped and its files are
 * gone before the process ends, with the code for interrupted.
 */
public final class SignalGuard {
  private static final long PATIENCE_S = 10;

  private final CountDownLatch cleaned = new CountDownLatch(1);
  private final Thread hook;

  /**
   * @param stop is asked for at a signal
   */
  public SignalGuard(StopSignal stop) {
    this.hook =
        new Thread(
            () -> {
              stop.request();
              awaitCleaned();
              Runtime.getRuntime().halt(ExitCode.INTERRUPTED.status());
            },
            "selftest-stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void awaitCleaned() {
    try {
      boolean inTime = cleaned.await(PATIENCE_S, TimeUnit.SECONDS);
      if (!inTime) {
        System.err.println("selftest: gave up waiting for its end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing is left to clean up; from here on a signal ends the process as usual. */
  public void close() {
    cleaned.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shutdownIsOn) {
      // The hook runs already, and was just let go.
    }
  }
}
