package dev.sweepline.runner.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweepline.contract.Load;
import dev.sweepline.contract.LoadBuilder;
import dev.sweepline.runner.client.Payload;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PromptOrderTest {
  private static final List<Payload> PAYLOADS =
      IntStream.range(0, 100).mapToObj(i -> new Payload("p" + i, new byte[0], 0, null)).toList();

  private static PromptOrder order(Load load) {
    return PromptOrder.of(new LoadPoint(load, PAYLOADS, null));
  }

  private static int[] firstHundred(Load load) {
    return IntStream.range(0, 100).map(order(load)::fromFront).toArray();
  }

  private static Load closed(int slots, long seed) {
    return Load.closed(slots).requests(1).seed(seed).build();
  }

  @Test
  void everyPromptIsUsedOnceBeforeAnyIsUsedAgain() {
    PromptOrder order = order(closed(1, 42));
    assertThat(IntStream.range(0, 100).map(order::fromFront).sorted().toArray())
        .containsExactly(IntStream.range(0, 100).toArray());
    assertThat(order.fromFront(100)).isEqualTo(order.fromFront(0));
    assertThat(order.fromBack(0)).isEqualTo(order.fromFront(99));
  }

  @Test
  void eachLoadOfACallHasAnOrderOfItsOwn() {
    assertThat(firstHundred(closed(1, 42))).isNotEqualTo(firstHundred(closed(2, 42)));
  }

  @Test
  void aLoadHasTheSameOrderInEachCallWithItsSeed() {
    assertThat(firstHundred(closed(1, 42))).isEqualTo(firstHundred(closed(1, 42)));
    assertThat(firstHundred(closed(1, 42))).isNotEqualTo(firstHundred(closed(1, 43)));
  }

  @Test
  void aTraceHasItsOwnOrder() {
    Load load = LoadBuilder.trace("0".repeat(64)).requests(100).build();
    PromptOrder order =
        PromptOrder.of(new LoadPoint(load, PAYLOADS, new TraceTimes(new long[100])));
    assertThat(IntStream.range(0, 100).map(order::fromFront).toArray())
        .containsExactly(IntStream.range(0, 100).toArray());
  }

  @Test
  void theOrderOfLoadsFollowsFromSeedAndRepeat() {
    List<String> loads = List.of("a", "b", "c", "d", "e", "f");
    assertThat(Shuffle.of(loads, 42, 1))
        .containsExactlyInAnyOrderElementsOf(loads)
        .isEqualTo(Shuffle.of(loads, 42, 1))
        .isNotEqualTo(Shuffle.of(loads, 42, 2))
        .isNotEqualTo(Shuffle.of(loads, 43, 1));
  }
}
