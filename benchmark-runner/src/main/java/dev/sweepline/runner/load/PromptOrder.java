package dev.sweepline.runner.load;

import java.util.stream.IntStream;

/** A seeded order of a dataset's prompts, that starts over when all were used. */
final class PromptOrder {
  private final int[] order;

  PromptOrder(int prompts, long seed) {
    this.order = IntStream.range(0, prompts).toArray();
    SplitMix64 random = new SplitMix64(~seed);
    for (int i = prompts - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
  }

  /** The prompt of the n-th request from the front. */
  int fromFront(int n) {
    return order[n % order.length];
  }

  /** The prompt of the n-th request from the back: for warm-up, away from the measured ones. */
  int fromBack(int n) {
    return order[order.length - 1 - n % order.length];
  }
}
