package dev.sweepline.runner;

import java.io.IOException;

/**
 * The simulated server of a self test: it ends when the process that started it does, however that
 * one ends, because its standard input ends then.
 */
final class SelftestServer {
  private SelftestServer() {}

  /** Runs a command of the benchmark jar until standard input ends. */
  public static void main(String[] args) {
    Thread lifeline = new Thread(SelftestServer::awaitEndOfInput, "lifeline");
    lifeline.setDaemon(true);
    lifeline.start();
    BenchMain.main(args);
  }

  private static void awaitEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // Nobody says anything.
      }
    } catch (IOException gone) {
      // As good as its end.
    }
    System.exit(0);
  }
}
