package dev.sweepline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.measure.store.Serialized;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunAccumulatorSizeTest {
  private static final int REQUESTS = 500_000;
  private static final int SAMPLES = 20_000;
  private static final int SAMPLE_BYTES = 80;
  private static final int QUANTITIES = 6;
  private static final int BYTES_OF_AN_ENTRY = 16;

  /**
   * Counting maps of longs need 16 bytes for each different value even when they are full. What is
   * kept here is written as it is, so the written form shows its size.
   */
  @Test
  void requestsTakeLessThanHalfOfCountingMaps() {
    Random random = new Random(1);
    RunAccumulator run = new RunAccumulator();
    for (int i = 0; i < REQUESTS; i++) {
      long due = i * 2_000L;
      run.add(
          RequestBuilder.request(i, due)
              .sent(due + random.nextInt(300))
              .firstToken(due + 50_000 + random.nextInt(5_000_000))
              .gaps(20_000 + random.nextInt(10_000))
              .outputTokens(2)
              .build());
    }
    assertThat(Serialized.bytes(run).length)
        .isLessThan(REQUESTS * QUANTITIES * BYTES_OF_AN_ENTRY / 2);
  }

  /** Counters of a server that has long been up, usage in full precision. */
  @Test
  void aSampleOfAnEngineTakesEightyBytes() {
    Random random = new Random(1);
    RunAccumulator run = new RunAccumulator();
    for (int i = 0; i < SAMPLES; i++) {
      run.addSample(
          SampleBuilder.sample(i * 1_000_000L)
              .requests(random.nextInt(256), random.nextInt(500))
              .cacheUsage(random.nextDouble())
              .preemptions(i)
              .promptTokens(123_456_789L + i * 40_000.0)
              .bySource(100_000_000L + i * 30_000.0, 23_456_789L + i * 10_000.0)
              .prefixCache(123_456_789L + i * 40_000.0, 23_456_789L + i * 10_000.0)
              .ttft(i * 0.123456, i * 40.0)
              .created(1_795_578_455.702747)
              .build());
    }
    assertThat(Serialized.bytes(run).length / SAMPLES).isLessThanOrEqualTo(SAMPLE_BYTES);
  }
}
