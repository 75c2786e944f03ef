package dev.sweepline.measure.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountMapTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void itCountsLikeAnOrdinaryMap(long seed) {
    Random random = new Random(seed);
    CountMap map = new CountMap();
    Map<Long, Long> expected = new TreeMap<>();
    for (int i = 0; i < 5000; i++) {
      long key = random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(300);
      long count = 1L + random.nextInt(9);
      map.add(key, count);
      expected.merge(key, count, Long::sum);
    }
    assertThat(contents(map)).isEqualTo(expected);
    assertThat(map.sortedKeys()).containsExactly(keys(expected));
    assertThat(contents(Serialized.copy(map))).isEqualTo(expected);
  }

  @Test
  void addingNothingAddsNoKey() {
    CountMap map = new CountMap();
    map.add(7, 0);
    assertThat(map.size()).isZero();
  }

  @Test
  void aKeyIsNeverTakenBack() {
    assertThatThrownBy(() -> new CountMap().add(7, -1)).hasMessage("count must be >= 0, got: -1");
  }

  @Test
  void neighbouringKeysTakeFewBytes() {
    CountMap map = new CountMap();
    for (int key = 0; key < 10_000; key++) {
      map.add(key, 3);
    }
    assertThat(Serialized.bytes(map)).hasSizeLessThan(21_000);
  }

  private static Map<Long, Long> contents(CountMap map) {
    Map<Long, Long> contents = new TreeMap<>();
    map.forEach(contents::put);
    return contents;
  }

  private static long[] keys(Map<Long, Long> map) {
    return map.keySet().stream().mapToLong(Long::longValue).toArray();
  }
}
