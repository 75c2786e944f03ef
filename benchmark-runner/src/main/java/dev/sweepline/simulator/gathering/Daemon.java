package dev.sweepline.simulator.gathering;

import java.io.IOException;

/** Work that waits on sockets and never keeps the process alive. */
final class Daemon {
  private Daemon() {}

  /** What it waits for may go away, which ends it. */
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  static void start(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException gone) {
                // Whoever waits is told by the work itself.
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }
}
