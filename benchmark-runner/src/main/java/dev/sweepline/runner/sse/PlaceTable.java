package dev.sweepline.runner.sse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the place of a member or an element, without an object for the key. */
final class PlaceTable {
  private static final Map<Place, Member[]> MEMBERS = new EnumMap<>(Place.class);
  private static final Map<Place, Place> ELEMENTS = new EnumMap<>(Place.class);
  private static final Member[] NONE = {};

  private static final class Member {
    private final byte[] key;
    private final int sketch;
    private final Place place;

    Member(String key, Place place) {
      this.key = key.getBytes(StandardCharsets.UTF_8);
      this.sketch = sketch(this.key, 0, this.key.length);
      this.place = place;
    }
  }

  static {
    for (Place place : Place.values()) {
      Member[] members =
          childrenOf(place)
              .flatMap(child -> child.keys().stream().map(key -> new Member(key, child)))
              .toArray(Member[]::new);
      MEMBERS.put(place, members);
      childrenOf(place)
          .filter(child -> child.keys().isEmpty())
          .forEach(child -> ELEMENTS.put(place, child));
    }
  }

  private PlaceTable() {}

  private static Stream<Place> childrenOf(Place parent) {
    return Arrays.stream(Place.values()).filter(place -> place.parent() == parent);
  }

  /** The place of an object's member, by the bytes of its unescaped key. */
  static Place member(Place object, byte[] bytes, int from, int to) {
    int sketch = sketch(bytes, from, to);
    for (Member member : MEMBERS.getOrDefault(object, NONE)) {
      if (member.sketch == sketch
          && Arrays.equals(bytes, from, to, member.key, 0, member.key.length)) {
        return member.place;
      }
    }
    return Place.ELSEWHERE;
  }

  /** Length and first byte, which nearly always tell keys apart. */
  private static int sketch(byte[] key, int from, int to) {
    return from == to ? 0 : (to - from) << Byte.SIZE | (key[from] & 0xff);
  }

  /** The place of an array's elements. */
  static Place element(Place array) {
    return ELEMENTS.getOrDefault(array, Place.ELSEWHERE);
  }
}
