package dev.sweepline.simulator;

import dev.sweepline.contract.ExitCode;
import dev.sweepline.simulator.gathering.Gathering;
import dev.sweepline.simulator.gathering.Part;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One process of a server, before it serves and beside that. */
final class NodeProcess {
  /** So that a process that gets a signal with the others can end in order. */
  private static final Duration NOTICE = Duration.ofMillis(500);

  private final NodeOptions options;
  private final FaultOptions faults;
  private final Duration startup;

  NodeProcess(NodeOptions options, FaultOptions faults, Duration startup) {
    this.options = options;
    this.faults = faults;
    this.startup = startup;
  }

  /** Waits until all processes of the server are there. */
  void gather(Part part) {
    if (faults.neverReady) {
      new CompletableFuture<Void>().join();
    }
    if (options.headless && faults.crashBeforeReady) {
      crashAfter(startup);
    }
    Gathering gathering = Gathering.of(part);
    CompletableFuture<Void> unused = gathering.broken().thenRun(() -> crashAfter(NOTICE));
    gathering.complete().join();
  }

  /** Called when requests can be answered. */
  void ready() {
    if (faults.crashAfterSeconds != null) {
      crashAfter(Seconds.of(faults.crashAfterSeconds));
    }
  }

  /** Works for another process until the end. */
  void work() {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(ExitCode.OK.status()), "stop"));
    ready();
    new CompletableFuture<Void>().join();
  }

  private static void crashAfter(Duration time) {
    CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> Runtime.getRuntime().halt(ExitCode.BUG.status()));
  }
}
