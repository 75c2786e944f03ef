package dev.sweepline.simulator.gathering;

/**
 * The part of one process in a server.
 *
 * @param node its place, 0 for the one that the others come to
 * @param brings ranks of this process
 * @param of ranks of the whole server
 * @param host of process 0
 * @param port where process 0 waits for the others
 */
public record Part(int node, int brings, int of, String host, int port) {
  /** A server of one process. */
  public static final Part WHOLE = new Part(0, 1, 1, "", 0);

  boolean isAlone() {
    return brings >= of;
  }

  boolean isFirst() {
    return node == 0;
  }
}
