package dev.sweepline.runner;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.runner.load.StopSignal;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns SIGINT and SIGTERM into a stop of the run, by a shutdown hook: the hook waits until the run
 * has written what there is, and ends the process with the code for interrupted. A second signal
 * ends it at once.
 */
final class SignalStop {
  private static final long WRITING_S = 15;
  private static final long LOOK_MS = 50;

  private final CountDownLatch written = new CountDownLatch(1);
  private final PrintWriter err;
  private final Duration grace;
  private final Thread hook;

  /**
   * @param stop is asked for at the first signal
   * @param grace how long requests in flight may go on
   */
  SignalStop(StopSignal stop, Duration grace, PrintWriter err) {
    this.err = err;
    this.grace = grace;
    this.hook =
        new Thread(
            () -> {
              stop.request();
              say(
                  "stopping: requests in flight have %s s to end; a second signal ends it at once"
                      .formatted(grace.toSeconds()));
              awaitWritten();
              Runtime.getRuntime().halt(ExitCode.INTERRUPTED.status());
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void awaitWritten() {
    long patienceNs = grace.plusSeconds(WRITING_S).toNanos();
    long startNs = System.nanoTime();
    try {
      while (!written.await(LOOK_MS, TimeUnit.MILLISECONDS)) {
        if (SignalThreads.running() > 1) {
          say("a second signal: ended at once; what was written stays");
          return;
        }
        if (System.nanoTime() - startNs > patienceNs) {
          say("gave up waiting for the run to end");
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(String message) {
    err.println("bench: " + message);
    err.flush();
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
