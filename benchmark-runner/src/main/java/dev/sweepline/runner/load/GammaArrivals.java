package dev.sweepline.runner.load;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.AbstractRandomGenerator;

/**
 * Gamma distributed gaps of mean one: below shape 1 they come in bursts, at 1 they are exponential,
 * above they are more even. The sampler and its mathematics are Commons Math's own, so the stream
 * of numbers does not depend on the JDK.
 */
final class GammaArrivals implements UnitArrivals {
  private final GammaDistribution gaps;
  private double time;

  /**
   * @param shape what {@code vllm bench serve} calls burstiness, > 0
   */
  GammaArrivals(double shape, long seed) {
    this.gaps = new GammaDistribution(new Stream(seed), shape, 1 / shape);
  }

  @Override
  public double next() {
    time += gaps.sample();
    return time;
  }

  /** The schedules' own generator, as Commons Math takes one. */
  private static final class Stream extends AbstractRandomGenerator {
    private SplitMix64 random;

    Stream(long seed) {
      this.random = new SplitMix64(seed);
    }

    @Override
    public void setSeed(long seed) {
      random = new SplitMix64(seed);
      clear();
    }

    @Override
    public double nextDouble() {
      return random.nextUnit();
    }
  }
}
