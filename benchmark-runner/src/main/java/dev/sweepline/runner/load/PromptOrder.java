package dev.sweepline.runner.load;

import java.util.stream.IntStream;

/** An order of payloads, that starts over when all were used. */
final class PromptOrder {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final int[] order;

  private PromptOrder(int[] order) {
    this.order = order;
  }

  /**
   * The order of a load: seeded by its seed and its own name, so that the loads of one call do not
   * send the same prompts in the same order. A trace has its slots' own order.
   */
  static PromptOrder of(LoadPoint point) {
    int count = point.payloads().size();
    return point.trace() == null
        ? new PromptOrder(Shuffle.order(count, point.load().seed() ^ hash(point.load().slug())))
        : new PromptOrder(IntStream.range(0, count).toArray());
  }

  /** FNV-1a, which unlike a JDK's own hash codes is a published constant. */
  private static long hash(String text) {
    return text.chars()
        .asLongStream()
        .reduce(FNV_OFFSET, (hash, character) -> (hash ^ character) * FNV_PRIME);
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
