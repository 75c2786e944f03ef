package dev.sweepline.runner.sse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Finds the place of a member or an element, without an object for the key. */
final class PlaceTable {
  private static final Map<Place, List<Member>> MEMBERS = new EnumMap<>(Place.class);
  private static final Map<Place, Place> ELEMENTS = new EnumMap<>(Place.class);

  private static final class Member {
    private final byte[] key;
    private final Place place;

    Member(String key, Place place) {
      this.key = key.getBytes(StandardCharsets.UTF_8);
      this.place = place;
    }

    boolean isNamed(byte[] bytes, int from, int to) {
      return key.length == to - from && Arrays.equals(bytes, from, to, key, 0, key.length);
    }
  }

  static {
    for (Place place : Place.values()) {
      Place parent = place.parent();
      String key = place.key();
      if (parent == null) {
        continue;
      }
      if (key == null) {
        ELEMENTS.put(parent, place);
      } else {
        MEMBERS.computeIfAbsent(parent, none -> new ArrayList<>()).add(new Member(key, place));
      }
    }
  }

  private PlaceTable() {}

  /** The place of an object's member, by the bytes of its unescaped key. */
  static Place member(Place object, byte[] bytes, int from, int to) {
    List<Member> members = MEMBERS.getOrDefault(object, List.of());
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      if (member.isNamed(bytes, from, to)) {
        return member.place;
      }
    }
    return Place.ELSEWHERE;
  }

  /** The place of an array's elements. */
  static Place element(Place array) {
    return ELEMENTS.getOrDefault(array, Place.ELSEWHERE);
  }
}
