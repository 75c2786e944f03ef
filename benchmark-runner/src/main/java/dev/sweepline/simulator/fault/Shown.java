package dev.sweepline.simulator.fault;

/** How many tokens the client sees of those that were asked for. */
public enum Shown {
  /** All. */
  ALL,
  /** One fewer. */
  ALL_BUT_ONE,
  /** None, in an answer that is well formed. */
  NONE;

  /** Of so many. */
  public int of(int tokens) {
    return switch (this) {
      case ALL -> tokens;
      case ALL_BUT_ONE -> Math.max(1, tokens - 1);
      case NONE -> 0;
    };
  }
}
