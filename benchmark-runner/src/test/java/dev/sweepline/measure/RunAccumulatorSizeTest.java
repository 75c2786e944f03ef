package dev.sweepline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.measure.store.Serialized;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunAccumulatorSizeTest {
  private static final int REQUESTS = 500_000;
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
}
