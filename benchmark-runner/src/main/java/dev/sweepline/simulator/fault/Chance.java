package dev.sweepline.simulator.fault;

import java.util.SplittableRandom;

/**
 * Draws for each request by itself: the same seed, name and arrival give the same value, whatever
 * was drawn before.
 *
 * @param name keeps draws for different purposes apart
 */
public record Chance(long seed, String name) {
  private static final long STRIDE = 0x9E3779B97F4A7C15L;

  /** Uniform from 0 (inclusive) to 1 (exclusive). */
  public double draw(long arrival) {
    long state = seed ^ (long) name.hashCode() << Integer.SIZE ^ arrival * STRIDE;
    return new SplittableRandom(state).nextDouble();
  }
}
