package dev.sweepline.simulator;

import java.util.Random;

/**
 * How much slower than nominal this start of the server is: no two starts of a real one are equally
 * fast.
 *
 * @param value e to a normal draw, so that half of all starts are slower
 */
record SpeedFactor(double value) {
  /**
   * Draws one.
   *
   * @param sd standard deviation of its logarithm; 0 for a start like any other
   */
  static SpeedFactor draw(long seed, double sd) {
    return new SpeedFactor(sd == 0 ? 1 : Math.exp(sd * new Random(seed).nextGaussian()));
  }
}
