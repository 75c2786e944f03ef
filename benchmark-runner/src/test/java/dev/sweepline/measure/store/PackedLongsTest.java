package dev.sweepline.measure.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedLongsTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatGoesInComesOut(long seed) {
    Random random = new Random(seed);
    PackedLongs packed = new PackedLongs();
    List<Long> expected = new ArrayList<>();
    for (int part = 0; part < 3; part++) {
      PackedLongs more = new PackedLongs();
      for (int i = 0; i < 30_000; i++) {
        long value = random.nextLong() >> random.nextInt(64);
        more.add(value);
        expected.add(value);
      }
      packed.addAll(more);
    }
    assertThat(contents(packed)).isEqualTo(expected);
    assertThat(contents(Serialized.copy(packed))).isEqualTo(expected);
  }

  @Test
  void extremesKeepTheirValue() {
    PackedLongs packed = new PackedLongs();
    List<Long> values = List.of(Long.MIN_VALUE, Long.MAX_VALUE, 0L, -1L, 1L);
    values.forEach(packed::add);
    assertThat(contents(packed)).isEqualTo(values);
  }

  @Test
  void readingDoesNotEndTheWriting() {
    PackedLongs packed = new PackedLongs();
    packed.add(1);
    assertThat(contents(packed)).containsExactly(1L);
    packed.add(2);
    assertThat(contents(packed)).containsExactly(1L, 2L);
  }

  @Test
  void smallValuesTakeOneByte() {
    PackedLongs packed = new PackedLongs();
    for (int i = 0; i < 10_000; i++) {
      packed.add(i % 64);
    }
    assertThat(Serialized.bytes(packed)).hasSizeLessThan(10_500);
  }

  private static List<Long> contents(PackedLongs packed) {
    List<Long> contents = new ArrayList<>();
    PackedLongs.Reader reader = packed.reader();
    while (reader.hasNext()) {
      contents.add(reader.next());
    }
    return contents;
  }
}
