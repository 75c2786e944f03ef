package dev.sweepline.generator.sweep;

import dev.sweepline.generator.sweep.design.SweepPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sweep would be, for people.
 *
 * @param parts that the points come from
 * @param points what became of each
 */
public record SweepReport(List<SweepPart> parts, List<Screened> points) {
  public SweepReport {
    parts = List.copyOf(parts);
    points = List.copyOf(points);
  }

  /** What is varied: a line for each part, and one for each of its dimensions. */
  public List<String> matrix() {
    List<String> lines = new ArrayList<>();
    for (SweepPart part : parts) {
      lines.add("%s: %s".formatted(part.name(), part.designName()));
      part.matrix().forEach(dimension -> lines.add("  " + dimension));
    }
    return lines;
  }

  /**
   * A line for each point: its experiment, phase and levels; what it equals, or why it is refused.
   */
  public List<String> listing() {
    List<String> lines = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    for (Screened screened : points) {
      String name = screened.point().phase() + " " + screened.point().name();
      String first = seen.putIfAbsent(screened.experimentId(), name);
      lines.add(
          "%s  %s%s%s"
              .formatted(
                  screened.experimentId(),
                  name,
                  first == null ? "" : "  = " + first,
                  screened.refusal().map(it -> "  refused: " + Screened.reason(it)).orElse("")));
    }
    return lines;
  }

  /** A line for each level that nothing that runs has. */
  public List<String> dropped() {
    return phases().entrySet().stream()
        .flatMap(it -> new DroppedLevels(it.getKey(), it.getValue()).lines().stream())
        .toList();
  }

  /** A line for each phase, and one for all where there are several. */
  public List<String> counts() {
    List<String> lines = new ArrayList<>();
    phases().forEach((phase, some) -> lines.add(phase + ": " + Counts.of(some)));
    if (lines.size() > 1) {
      lines.add("all: " + Counts.of(points));
    }
    return lines;
  }

  private Map<String, List<Screened>> phases() {
    Map<String, List<Screened>> phases = new LinkedHashMap<>();
    points.forEach(
        it -> phases.computeIfAbsent(it.point().phase(), phase -> new ArrayList<>()).add(it));
    return phases;
  }
}
