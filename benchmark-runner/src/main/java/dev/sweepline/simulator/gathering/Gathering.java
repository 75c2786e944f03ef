package dev.sweepline.simulator.gathering;

import dev.sweepline.contract.UserError;
import java.util.concurrent.CompletableFuture;

/**
 * The processes of a server as one of them sees them: none serves before all are there, and when
 * one goes, all of them end, as ranks do that wait for each other in every step.
 */
public final class Gathering {
  private final CompletableFuture<Void> complete = new CompletableFuture<>();
  private final CompletableFuture<Void> broken = new CompletableFuture<>();

  private Gathering() {}

  /**
   * Takes part.
   *
   * @throws UserError when the port is taken, exit code 64
   */
  public static Gathering of(Part part) {
    Gathering gathering = new Gathering();
    if (part.isAlone()) {
      gathering.complete.complete(null);
    } else if (part.isFirst()) {
      new Host(part, gathering.complete, gathering.broken).open();
    } else {
      new Guest(part, gathering.complete, gathering.broken).start();
    }
    return gathering;
  }

  /** Completed when all are there. */
  public CompletableFuture<Void> complete() {
    return complete;
  }

  /** Completed when one is gone. */
  public CompletableFuture<Void> broken() {
    return broken;
  }
}
