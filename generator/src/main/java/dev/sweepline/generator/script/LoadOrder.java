package dev.sweepline.generator.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The order of the load points in each repeat: random, so that what drifts during a server's life
 * does not always meet the same load, and seeded, so that it is known beforehand.
 */
final class LoadOrder {
  private final Random random;
  private final int loads;

  LoadOrder(String expId, long seed, int loads) {
    this.random = new Random(seed * 31 + expId.hashCode());
    this.loads = loads;
  }

  /** For each repeat the indexes of the load points, separated by blanks. */
  List<String> ofRepeats(int repeats) {
    List<String> orders = new ArrayList<>();
    for (int repeat = 0; repeat < repeats; repeat++) {
      List<Integer> order = IntStream.range(0, loads).boxed().collect(Collectors.toList());
      Collections.shuffle(order, random);
      orders.add(order.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
    return orders;
  }
}
