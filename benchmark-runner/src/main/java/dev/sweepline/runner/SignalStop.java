package dev.sweepline.runner;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.runner.load.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns SIGINT and SIGTERM into a stop of the run, by a shutdown hook: the hook waits until the run
 * has written what there is, and ends the process with the code for interrupted.
 */
final class SignalStop {
  private static final long PATIENCE_S = 15;

  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook;

  SignalStop(StopSignal stop) {
    this.hook =
        new Thread(
            () -> {
              stop.request();
              awaitWritten();
              Runtime.getRuntime().halt(ExitCode.INTERRUPTED.status());
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void awaitWritten() {
    try {
      boolean inTime = written.await(PATIENCE_S, TimeUnit.SECONDS);
      if (!inTime) {
        System.err.println("bench: gave up waiting for the run to end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The run has written everything; from here on a signal ends the process as usual. */
  void close() {
    written.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shutdownIsOn) {
      // The hook runs already, and was just let go.
    }
  }
}
