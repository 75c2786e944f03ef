package dev.sweepline.simulator.fault;

import java.util.function.Consumer;

/**
 * Something that happens once to an answer on its way.
 *
 * @param point where
 * @param act what
 */
public record Ending(Point point, Consumer<Stage> act) {
  /** The answer comes to its own end. */
  public static final Ending NONE = new Ending(Point.NEVER, stage -> {});

  /** Where on its way an answer is. */
  public enum Point {
    /** The request was read, nothing is written. */
    REQUEST,
    /** The head is written. */
    HEAD,
    /** Half of the tokens, rounded down, are written. */
    MIDDLE,
    /** All tokens but the last are written. */
    LAST_TOKEN,
    /** Nowhere. */
    NEVER
  }
}
