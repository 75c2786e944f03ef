package dev.sweepline.generator.topology;

import java.util.Locale;

/** How the processes of a server are started and find each other. */
public enum LaunchMode {
  /** One process, whatever it starts by itself. */
  ONE_NODE,
  /** Data-parallel ranks on each node, which answer through the first one. */
  DATA_PARALLEL,
  /** The same, but every node answers for its own ranks. */
  HYBRID,
  /** One replica over several nodes. */
  MULTI_NODE,
  /** One process that finds its workers through Ray. */
  RAY;

  /** As scripts write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
