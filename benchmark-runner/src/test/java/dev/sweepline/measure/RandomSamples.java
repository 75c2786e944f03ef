package dev.sweepline.measure;

import dev.sweepline.contract.Sample;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Samples of two endpoints with two engines each, seeded: some are silent, some begin anew. */
final class RandomSamples {
  private static final int ENGINES = 4;

  private RandomSamples() {}

  static List<Sample> of(Random random, int moments) {
    return IntStream.range(0, moments * ENGINES)
        .filter(i -> random.nextInt(20) > 0)
        .mapToObj(i -> sample(random, i / ENGINES, i % ENGINES))
        .toList();
  }

  private static Sample sample(Random random, int moment, int engine) {
    int life = random.nextInt(40) == 0 ? 0 : moment;
    SampleBuilder sample =
        SampleBuilder.sample(moment * 100_000L + random.nextInt(3))
            .endpoint("http://node" + engine / 2)
            .engine("" + engine % 2)
            .requests(random.nextInt(9), random.nextInt(3))
            .cacheUsage(random.nextDouble())
            .ttft(life * 0.3 + random.nextDouble() / 10, life * 2)
            .bySource(life * 100 + random.nextInt(50), life * 10 + random.nextInt(5));
    return random.nextInt(10) == 0
        ? sample.cacheConfig(Map.of("block_size", "" + (16 << random.nextInt(2)))).build()
        : sample.preemptions(life + random.nextInt(2)).build();
  }
}
