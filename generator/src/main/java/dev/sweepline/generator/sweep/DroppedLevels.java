package dev.sweepline.generator.sweep;

import dev.sweepline.generator.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Levels with which nothing runs. */
final class DroppedLevels {
  private DroppedLevels() {}

  /** A level of a phase, as it is written. */
  private record Level(String phase, String key, Object value) {}

  /** One line for each, with the reason of its first point and how many other reasons there are. */
  static List<String> lines(List<Screened> points) {
    Map<Level, Set<Finding>> reasons = new LinkedHashMap<>();
    Set<Level> alive = new LinkedHashSet<>();
    for (Screened screened : points) {
      screened
          .point()
          .levels()
          .forEach(
              (key, value) -> {
                Level level = new Level(screened.point().phase(), key, value);
                Set<Finding> found = reasons.computeIfAbsent(level, it -> new LinkedHashSet<>());
                screened.refusal().ifPresentOrElse(found::add, () -> alive.add(level));
              });
    }
    reasons.keySet().removeAll(alive);
    List<String> lines = new ArrayList<>();
    reasons.forEach((level, found) -> lines.add(line(level, found)));
    return lines;
  }

  private static String line(Level level, Set<Finding> reasons) {
    return "dropped: %s: %s=%s: %s%s"
        .formatted(
            level.phase(),
            level.key(),
            level.value(),
            Screened.reason(own(level, reasons)),
            reasons.size() == 1 ? "" : " (and %d other reasons)".formatted(reasons.size() - 1));
  }

  /** A reason that is about the level's own key says most. */
  private static Finding own(Level level, Set<Finding> reasons) {
    return reasons.stream()
        .filter(reason -> level.key().equals(reason.key()))
        .findFirst()
        .orElseGet(() -> reasons.iterator().next());
  }
}
