package dev.sweepline.generator.sweep.design;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How the points of a part are chosen. */
enum Design {
  /** Every combination. */
  FULL,
  /** The base, and one change of it at a time. */
  ONE_AT_A_TIME,
  /** A seeded random sample. */
  RANDOM,
  /** A seeded sample that is even in each dimension. */
  LATIN_HYPERCUBE;

  /**
   * By its name in small letters.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  @JsonCreator
  static Design named(String name) {
    return Stream.of(values())
        .filter(design -> design.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be one of %s, got: %s".formatted(List.of(values()), name)));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
