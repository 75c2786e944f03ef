package dev.sweepline.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the known name that a mistyped one was most likely meant to be. */
public final class NearestName {
  private NearestName() {}

  /** The nearest known name; empty when none differs in less than about a third of its letters. */
  public static Optional<String> of(String typed, Collection<String> known) {
    return ranked(typed, known).stream().findFirst();
  }

  /** The known names that are this near, nearest first. */
  public static List<String> ranked(String typed, Collection<String> known) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return known.stream()
        .filter(name -> distance.apply(typed, name) <= Math.max(2, name.length() / 3))
        .sorted(
            Comparator.<String>comparingInt(name -> distance.apply(typed, name))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
