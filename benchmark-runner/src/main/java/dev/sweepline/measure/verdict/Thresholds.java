package dev.sweepline.measure.verdict;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers that verdicts are given by: the rules' own, but for those that the user sets.
 *
 * @param changed what the user sets, by a name of {@link #standards}; each from 0 on
 */
public record Thresholds(SortedMap<String, Double> changed) implements Limits, Serializable {
  private static final long serialVersionUID = 1;

  /** The rules' own. */
  public static final Thresholds STANDARD = new Thresholds(Collections.emptySortedMap());

  /**
   * Checks the names and numbers.
   *
   * @throws IllegalArgumentException when a name is no rule's, or a number is negative or none
   */
  public Thresholds {
    changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
    SortedMap<String, Double> known = standards();
    changed.forEach(
        (name, value) -> {
          if (!known.containsKey(name)) {
            throw new IllegalArgumentException(name + ": no rule has this threshold");
          }
          if (!(value >= 0) || value.isInfinite()) {
            throw new IllegalArgumentException(
                "%s: must be a number from 0 on, got: %s".formatted(name, value));
          }
        });
  }

  /** All that can be set, with the rules' own numbers. */
  public static SortedMap<String, Double> standards() {
    return Collections.unmodifiableSortedMap(Verdicts.limits());
  }

  @Override
  public double of(String name, double standard) {
    return changed.getOrDefault(name, standard);
  }
}
