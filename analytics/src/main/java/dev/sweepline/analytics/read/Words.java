package dev.sweepline.analytics.read;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The constants of an enum by the bytes of their names in a file. */
final class Words<E> {
  private final List<E> constants;
  private final byte[][] names;

  private Words(List<E> constants, byte[][] names) {
    this.constants = constants;
    this.names = names;
  }

  static <E extends Enum<E>> Words<E> of(Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    return new Words<>(
        constants,
        constants.stream()
            .map(constant -> LineScan.bytes(constant.name().toLowerCase(Locale.ROOT)))
            .toArray(byte[][]::new));
  }

  /** The constant that a part of a line names; null when none is so called. */
  @Nullable E find(byte[] line, int from, int to) {
    for (int i = 0; i < names.length; i++) {
      if (Arrays.equals(line, from, to, names[i], 0, names[i].length)) {
        return constants.get(i);
      }
    }
    return null;
  }

  /** One of them, where any will do. */
  E any() {
    return constants.get(0);
  }
}
