package dev.sweepline.simulator.fault;

import java.util.SplittableRandom;

/**
 * A share of the requests, drawn for each by itself: the same seed, name and arrival give the same
 * answer, whatever was asked before.
 *
 * @param name keeps the draws of different misbehaviours apart
 * @param rate 0 to 1
 */
record Chance(long seed, String name, double rate) {
  private static final long STRIDE = 0x9E3779B97F4A7C15L;

  boolean strikes(long arrival) {
    long state = seed ^ (long) name.hashCode() << Integer.SIZE ^ arrival * STRIDE;
    return new SplittableRandom(state).nextDouble() < rate;
  }
}
