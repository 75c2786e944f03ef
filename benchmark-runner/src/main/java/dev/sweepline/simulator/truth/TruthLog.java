package dev.sweepline.simulator.truth;

/** Takes the lines of ended requests. */
public interface TruthLog extends AutoCloseable {
  /** Keeps none. */
  TruthLog NONE = line -> {};

  /** Takes a line without waiting for the disk; may be called by any thread. */
  void add(TruthLine line);

  /** Waits until all lines are with the operating system. */
  @Override
  default void close() {}
}
