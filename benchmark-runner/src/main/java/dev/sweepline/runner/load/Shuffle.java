package dev.sweepline.runner.load;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Seeded orders, the same on every JDK. */
public final class Shuffle {
  private static final long REPEATS = 0xD1B54A32D192ED03L;

  private Shuffle() {}

  /**
   * The items in an order that follows from seed and repeat, so that each start of a server meets
   * the loads in another order.
   */
  public static <T> List<T> of(List<T> items, long seed, int repeat) {
    return Arrays.stream(order(items.size(), seed + repeat * REPEATS))
        .mapToObj(items::get)
        .toList();
  }

  /** The numbers below a count (Fisher and Yates, Durstenfeld's form). */
  static int[] order(int count, long seed) {
    int[] order = IntStream.range(0, count).toArray();
    SplitMix64 random = new SplitMix64(~seed);
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
    return order;
  }
}
