package dev.sweepline.measure.simulated;

import java.util.Random;
import java.util.function.ToIntFunction;

/** Output tokens of a request. */
enum Length implements ToIntFunction<Random> {
  EVEN {
    @Override
    public int applyAsInt(Random random) {
      return 64;
    }
  },
  SPREAD {
    @Override
    public int applyAsInt(Random random) {
      return 32 + random.nextInt(64);
    }
  },
  MEDIUM {
    @Override
    public int applyAsInt(Random random) {
      return 150 + random.nextInt(100);
    }
  },
  LONG {
    @Override
    public int applyAsInt(Random random) {
      return 600 + random.nextInt(200);
    }
  },
  HEAVY_TAILED {
    @Override
    public int applyAsInt(Random random) {
      return (int) Math.max(1, Math.min(1500, Math.exp(3.5 + random.nextGaussian())));
    }
  }
}
