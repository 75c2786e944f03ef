package dev.sweepline.runner.load;

/** A shape of load: sends the requests of a part and waits until all have ended. */
@FunctionalInterface
interface LoadLoop {
  /**
   * Runs one part.
   *
   * @throws InterruptedException when the waiting thread is interrupted
   */
  void run(LoadPart part) throws InterruptedException;
}
