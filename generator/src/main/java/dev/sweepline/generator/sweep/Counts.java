package dev.sweepline.generator.sweep;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.sweepline.generator.finding.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many points there are, and what became of them.
 *
 * @param raw points, equal ones included
 * @param distinct different experiments, settings without effect left out
 * @param refusedBy how many of these will not run, by the code of what refuses them
 */
public record Counts(long raw, long distinct, Map<String, Long> refusedBy) {
  /** Of some points. */
  public static Counts of(List<Screened> points) {
    Map<String, Screened> experiments = new LinkedHashMap<>();
    points.forEach(point -> experiments.putIfAbsent(point.experimentId(), point));
    return new Counts(
        points.size(),
        experiments.size(),
        experiments.values().stream()
            .flatMap(point -> point.refusal().stream())
            .collect(groupingBy(Finding::code, TreeMap::new, counting())));
  }

  /** How many experiments will not run. */
  public long refused() {
    return refusedBy.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many experiments will run. */
  public long run() {
    return distinct - refused();
  }

  @Override
  public String toString() {
    String reasons =
        refusedBy.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(joining(", "));
    return "%d raw, %d distinct, %d refused%s"
        .formatted(raw, distinct, refused(), reasons.isEmpty() ? "" : " (" + reasons + ")");
  }
}
