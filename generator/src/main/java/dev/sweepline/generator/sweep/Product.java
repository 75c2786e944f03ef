package dev.sweepline.generator.sweep;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.sweepline.contract.ServerConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Axes that are combined in full. The last axis varies fastest. */
record Product(List<Axis> axes) {
  Product {
    axes = List.copyOf(axes);
  }

  /** From a mapping of keys to lists of levels, in the mapping's order. */
  @JsonCreator
  static Product of(LinkedHashMap<String, List<Object>> levels) {
    return new Product(
        levels.entrySet().stream()
            .map(entry -> new Axis(entry.getKey(), entry.getValue()))
            .toList());
  }

  /** Every combination, on top of a base; an axis that is pinned keeps the base's value. */
  List<SweepPoint> over(String phase, ServerConfig base, Overrides pins) {
    List<SweepPoint> points = List.of(new SweepPoint(phase, base, Map.of()));
    for (Axis axis : axes) {
      if (!pins.sets(axis.key())) {
        points =
            points.stream()
                .flatMap(point -> axis.levels().stream().map(level -> point.at(axis.key(), level)))
                .toList();
      }
    }
    return points;
  }
}
