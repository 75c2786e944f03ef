package dev.sweepline.generator.sweep;

import dev.sweepline.contract.ConfigKey;
import dev.sweepline.generator.finding.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The levels of a phase that no configuration that runs has. */
final class DroppedLevels {
  private final String phase;
  private final Map<Level, Set<Finding>> reasons = new LinkedHashMap<>();
  private final Set<Level> alive = new HashSet<>();

  /**
   * @param phase its name
   * @param points all of it
   */
  DroppedLevels(String phase, List<Screened> points) {
    this.phase = phase;
    points.forEach(this::add);
  }

  /** A value of a key by its one name. */
  private record Level(String key, Object value) {
    static Level of(String key, Object value) {
      return new Level(ConfigKey.of(key).name(), value);
    }
  }

  private void add(Screened screened) {
    screened.refusal().ifPresentOrElse(it -> refused(screened, it), () -> runs(screened));
  }

  private void refused(Screened screened, Finding reason) {
    screened
        .point()
        .levels()
        .forEach(
            (key, value) ->
                reasons
                    .computeIfAbsent(Level.of(key, value), level -> new LinkedHashSet<>())
                    .add(reason));
  }

  private void runs(Screened screened) {
    screened.config().identity().forEach((key, value) -> alive.add(Level.of(key, value)));
  }

  /** A line for each with a reason; one for all where nothing of the phase runs. */
  List<String> lines() {
    if (alive.isEmpty()) {
      Set<Finding> all = new LinkedHashSet<>();
      reasons.values().forEach(all::addAll);
      return all.isEmpty() ? List.of() : List.of(line("every level", all, all.iterator().next()));
    }
    List<String> lines = new ArrayList<>();
    reasons.forEach(
        (level, found) -> {
          if (!alive.contains(level)) {
            lines.add(line(level.key() + "=" + level.value(), found, telling(level, found)));
          }
        });
    return lines;
  }

  private String line(String what, Set<Finding> found, Finding shown) {
    return "dropped: %s: %s: %s%s"
        .formatted(
            phase,
            what,
            Screened.reason(shown),
            found.size() == 1 ? "" : " (other reasons: %d)".formatted(found.size() - 1));
  }

  /** A reason that is about the level's own key says most. */
  private static Finding telling(Level level, Set<Finding> found) {
    return found.stream()
        .filter(reason -> level.key().equals(reason.key()))
        .findFirst()
        .orElseGet(() -> found.iterator().next());
  }
}
