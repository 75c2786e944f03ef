package dev.sweepline.runner.load;

/**
 * The SplitMix64 generator (Steele, Lea, Flood 2014). Written out here because schedules must be
 * the same on every JDK, and the JDK's own algorithms are not promised.
 */
final class SplitMix64 {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;
  private static final int UNUSED_BITS = 11;

  private long state;

  SplitMix64(long seed) {
    this.state = seed;
  }

  long nextLong() {
    state += GOLDEN_GAMMA;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform in (0, 1]. */
  double nextOpenUnit() {
    return ((nextLong() >>> UNUSED_BITS) + 1) * UNIT;
  }

  /** Uniform in [0, 1). */
  double nextUnit() {
    return (nextLong() >>> UNUSED_BITS) * UNIT;
  }

  /** Uniform in [0, bound), up to a bias below bound / 2^63. */
  int nextInt(int bound) {
    return (int) ((nextLong() >>> 1) % bound);
  }
}
