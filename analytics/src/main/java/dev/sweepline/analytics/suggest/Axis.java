package dev.sweepline.analytics.suggest;

import dev.sweepline.analytics.table.PlainNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The levels of a parameter in the next round.
 *
 * @param column its column
 * @param levels the best one first, then what lies nearest to it
 */
public record Axis(String column, List<String> levels) {
  public Axis {
    levels = List.copyOf(levels);
  }

  /**
   * The levels that are not shown to be worse, and for numbers one between the best and each
   * neighbour that was run.
   *
   * @param best level of the best configuration
   * @param kept levels of those that cannot be told from it
   * @param run all levels that were run
   */
  static Axis around(String column, String best, Collection<String> kept, Collection<String> run) {
    Double centre = number(best);
    Set<String> levels = new LinkedHashSet<>(List.of(best));
    levels.addAll(kept);
    if (centre == null || run.stream().anyMatch(level -> number(level) == null)) {
      return new Axis(column, List.copyOf(levels));
    }
    TreeSet<Double> numbers = new TreeSet<>();
    run.forEach(level -> numbers.add(Double.valueOf(level)));
    boolean whole = numbers.stream().allMatch(level -> level == Math.rint(level));
    for (Double neighbour : new Double[] {numbers.lower(centre), numbers.higher(centre)}) {
      if (neighbour != null) {
        double middle = (centre + neighbour) / 2;
        levels.add(PlainNumber.format(whole ? (Number) Math.round(middle) : (Number) middle));
      }
    }
    List<String> sorted = new ArrayList<>(levels);
    sorted.sort(Comparator.comparingDouble(level -> Math.abs(Double.parseDouble(level) - centre)));
    return new Axis(column, sorted);
  }

  static @Nullable Double number(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Without the level that lies farthest from the best one. */
  Axis narrower() {
    return new Axis(column, levels.subList(0, levels.size() - 1));
  }
}
