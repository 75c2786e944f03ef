package dev.sweepline.runner.load;

/** Exponential gaps of mean one. */
final class PoissonArrivals implements UnitArrivals {
  private final SplitMix64 random;
  private double time;

  PoissonArrivals(long seed) {
    this.random = new SplitMix64(seed);
  }

  /** {@link StrictMath}: the same bits on every platform. */
  @Override
  public double next() {
    time -= StrictMath.log(random.nextOpenUnit());
    return time;
  }
}
